import type { Arena } from "../arena/arena.ts";
import type { Attempt } from "../linux/packet.ts";
import type { PortMethod } from "../model/port-method.ts";
import { bypassLibraries, type PreparedProgram } from "../model/prepared-program.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { printed } from "../steps/support/printed.ts";
import { TestRun } from "../test-run/test-run.ts";
import type { Conditions } from "./conditions.ts";
import type { Discovered, Params } from "./protocol.ts";
import { takePorts } from "./take-ports.ts";

/**
 * Finds out how a program takes its port by launching it: in the way the lab asks for first, then in the others.
 *
 * A port it heeds settles the matter. One that listens or dials elsewhere is launched once more: a port that is the
 * same again is written in its source.
 */
export async function discover(
  arena: Arena,
  { program, methods, portsInSource, world, words, files }: Params<"discover">,
  conditions: Conditions,
): Promise<Discovered> {
  const terms = { ...conditions, world, words, files };
  let elsewhere: Elsewhere | null = null;
  let isInUse = false;
  for (const method of methods) {
    const found = await tryMethod(arena, { ...program, method, sourcePort: null }, portsInSource, terms);
    // What computes for ever or starts processes without end does so however it is told its port, and each launch costs a limit.
    if (found === "unbounded") break;
    isInUse ||= found === "in-use";
    if (found === null || found === "in-use") continue;
    if (found.heeded) return { method, sourcePort: null, ...defaultOf(methods, elsewhere), ...dialledAt(found) };
    elsewhere ??= { method, found };
  }
  if (elsewhere === null) {
    // Whatever port it is, the tests are to find out that nobody can judge the program while somebody else has it.
    const held = isInUse ? portsInSource.find((port) => arena.obstacle(port) === "held") : undefined;
    return held === undefined ? null : { method: { kind: "source" }, sourcePort: held };
  }
  const again = await tryMethod(
    arena,
    { ...program, method: elsewhere.method, sourcePort: null },
    portsInSource,
    terms,
  );
  const { method, found } = elsewhere;
  const isFixed = typeof again === "object" && again?.port === found.port;
  return { method, sourcePort: isFixed ? found.port : null, ...dialledAt(found) };
}

/** Where the lab names no port, the one that a program took by itself before it heeded another. */
function defaultOf([asked]: readonly PortMethod[], elsewhere: Elsewhere | null): { defaultPort?: number } {
  return asked?.kind === "source" && elsewhere?.method === asked ? { defaultPort: elsewhere.found.port } : {};
}

/** What a program does in a way in which it heeds no port. */
interface Elsewhere {
  method: PortMethod;
  found: Found;
}

interface Found {
  heeded: boolean;
  port: number;
  /** Where a client called, as far as the network shows it. */
  address?: string | undefined;
}

function dialledAt({ address }: Found): { dials?: string } {
  return address === undefined ? {} : { dials: address };
}

async function tryMethod(
  arena: Arena,
  program: PreparedProgram,
  portsInSource: readonly number[],
  { words = [], files, ...terms }: Conditions & Pick<Params<"discover">, "world" | "words" | "files">,
): Promise<Found | "unbounded" | "in-use" | null> {
  arena.renewNetwork({ isShared: bypassLibraries([program]) });
  // A program that is only tried out must not take the port of one that is graded elsewhere on this machine; what it cannot have
  // it may not need.
  await arena.takePorts(portsInSource);
  const run = new TestRun(
    arena,
    {
      test: { id: "discovery", files },
      role: program.role,
      programs: [program],
      portsInSource,
      seed: "discovery",
      ...terms,
    },
    async () => null,
  );
  try {
    await run.enterWorld();
    const port = await run.portOf(program.role);
    return program.kind === "server"
      ? await whereItListens(run, { program, words }, port)
      : await whereItDials(arena, run, { program, words }, [port, ...(arena.hasNetworks ? [] : portsInSource)]);
  } finally {
    await run.end();
  }
}

async function whereItListens(
  run: TestRun,
  { program, words }: Tried,
  port: number,
): Promise<Found | "unbounded" | "in-use" | null> {
  const server = await started(run, { program, words });
  const waited = await run.until(() => (server.exit() ? "gone" : server.serving()[0]?.localPort), { pollMs: 2 });
  const isUnbounded = "gaveUp" in waited ? waited.gaveUp.why === "computes" : server.exit()?.limit;
  if (isUnbounded) return "unbounded";
  if ("gaveUp" in waited) return null;
  if (waited.value === "gone") return addressInUse.test(printed(server)) ? "in-use" : null;
  const ports = server.serving().map((socket) => socket.localPort);
  return { heeded: ports.includes(port), port: ports[0] ?? waited.value };
}

/** What the languages and the C library say of a port that somebody has. */
const addressInUse = /EADDRINUSE|address (already )?in use/i;

/** Where the network is not its own, and so shows not where it calls, every port in its source is taken to see. */
async function whereItDials(
  arena: Arena,
  run: TestRun,
  { program, words }: Tried,
  ports: readonly [given: number, ...inSource: number[]],
): Promise<Found | null> {
  const taken = await takePorts(program.transport, run, ports);
  const recording = arena.recordAttempts();
  try {
    const client = await started(run, { program, words });
    // A client may ask for its message before it dials, behind its port where it asks for that; the tests type one, too.
    client.program.type(Buffer.from("Halo\n"));
    const calls = () => recording.attempts().filter(isAttemptOver(program.transport));
    const dialled = () => taken() ?? calls()[0]?.port;
    const waited = await run.until(() => dialled() ?? (client.exit() ? "gone" : undefined), { pollMs: 5 });
    const found = dialled();
    if (found === undefined || "gaveUp" in waited) return null;
    return { heeded: found === ports[0], port: found, address: calls().find(({ port }) => port === found)?.address };
  } finally {
    recording.stop();
  }
}

/** What goes to the port of DNS comes from looking a name up, not from the client's own socket. */
function isAttemptOver(transport: "tcp" | "udp") {
  const domain = 53;
  return ({ protocol, port }: Attempt) => protocol === transport && port !== domain;
}

/** A program, and the arguments beside the port without which it may not begin. */
interface Tried {
  program: PreparedProgram;
  words: readonly string[];
}

async function started(run: TestRun, { program, words }: Tried): Promise<LaunchedProgram> {
  const launched = await run.start({ role: program.role, port: "given", stdin: "open", stdout: "pipe", words });
  if ("code" in launched) throw new Error(`the ${program.role} could not be started: ${launched.code}`);
  return launched;
}
