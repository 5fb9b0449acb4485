import type { Arena } from "../arena/arena.ts";
import { ArenaLack } from "../arena/lack.ts";
import type { Attempt } from "../linux/packet.ts";
import type { PortMethod } from "../model/port-method.ts";
import { bypassLibraries, type PreparedProgram } from "../model/prepared-program.ts";
import type { LaunchedProgram } from "../steps/step-context.ts";
import { printed } from "../steps/support/printed.ts";
import { TestRun } from "../test-run/test-run.ts";
import type { Conditions } from "./conditions.ts";
import { listenOnPorts } from "./listen-on-ports.ts";
import type { Discovered, Params } from "./protocol.ts";

/**
 * Finds out how a program takes its port by launching it with each method, first with the one that the lab asks for.
 *
 * The first method by which the program uses the given port is the answer. If there is none and it listens or calls at another port,
 * it is launched once more: a port that is the same again is written in its source.
 */
export async function discover(
  arena: Arena,
  { program, methods, portsInSource, world, words, files }: Params<"discover">,
  conditions: Conditions,
): Promise<Discovered> {
  const terms = { ...conditions, world, words, files };
  let elsewhere: Elsewhere | null = null;
  let [isInUse, computesOn] = [false, false];
  let held: number | undefined;
  for (const method of methods) {
    const found = await tryMethod(arena, { ...program, method, sourcePort: null }, portsInSource, terms).catch(untried);
    // A program that computes or starts processes without end does so with every method, and each launch takes until a limit.
    if (found === "computes" || found === "unbounded") {
      computesOn = found === "computes";
      break;
    }
    isInUse ||= found === "in-use";
    if (found === null || found === "in-use") continue;
    if ("held" in found) {
      held ??= found.held;
      continue;
    }
    if (found.heeded) return { method, sourcePort: null, ...defaultOf(methods, elsewhere), ...dialledAt(found) };
    elsewhere ??= { method, found };
  }
  if (elsewhere === null) {
    // The port is taken as the program's, so that the tests report that another program has it.
    if (isInUse) held ??= portsInSource.find((port) => arena.obstacle(port) === "held");
    if (held !== undefined) return { method: { kind: "source" }, sourcePort: held };
    return computesOn ? { method: program.asked, sourcePort: null, computesOn } : null;
  }
  const again = await tryMethod(
    arena,
    { ...program, method: elsewhere.method, sourcePort: null },
    portsInSource,
    terms,
  );
  const { method, found } = elsewhere;
  const isFixed = again !== null && typeof again === "object" && "port" in again && again.port === found.port;
  return { method, sourcePort: isFixed ? found.port : null, ...dialledAt(found) };
}

/** A program that this machine cannot start, such as one that needs a terminal, is not learnt: no test can be played with it either. */
function untried(fault: unknown): null {
  if (fault instanceof ArenaLack) return null;
  throw fault;
}

/** If the lab gives no port, the one that the program took by itself, although it also takes a given one. */
function defaultOf([asked]: readonly PortMethod[], elsewhere: Elsewhere | null): { defaultPort?: number } {
  return asked?.kind === "source" && elsewhere?.method === asked ? { defaultPort: elsewhere.found.port } : {};
}

/** The port that a program used although it was given another one. */
interface Elsewhere {
  method: PortMethod;
  found: Found;
}

interface Found {
  /** Whether it used the given port. */
  heeded: boolean;
  port: number;
  /** The address that a client called, as far as the network shows it. */
  address?: string | undefined;
}

/**
 * What a launch shows that shows no port: that it computes or exceeds another limit, that the port is in use, or that the client may
 * have called a port at which the grader could not wait, because another program holds it.
 */
type NothingFound = "computes" | "unbounded" | "in-use" | { held: number } | null;

function dialledAt({ address }: Found): { dials?: string } {
  return address === undefined ? {} : { dials: address };
}

async function tryMethod(
  arena: Arena,
  program: PreparedProgram,
  portsInSource: readonly number[],
  { words = [], files, ...terms }: Conditions & Pick<Params<"discover">, "world" | "words" | "files">,
): Promise<Found | NothingFound> {
  arena.renewNetwork({ isShared: bypassLibraries([program]) });
  // The trial must not take the port of a program that is graded on this machine. Ports that are not available are ignored: the
  // program may not use them.
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

async function whereItListens(run: TestRun, { program, words }: Tried, port: number): Promise<Found | NothingFound> {
  const server = await started(run, { program, words });
  const waited = await run.until(() => (server.exit() ? "gone" : server.serving()[0]?.localPort), { pollMs: 2 });
  if (server.exit()?.limit) return "unbounded";
  if ("gaveUp" in waited) return waited.gaveUp.why === "computes" ? "computes" : null;
  if (waited.value === "gone") return addressInUse.test(printed(server)) ? "in-use" : null;
  const ports = server.serving().map((socket) => socket.localPort);
  return { heeded: ports.includes(port), port: ports[0] ?? waited.value };
}

/** How the languages and the C library report a port that is in use. */
const addressInUse = /EADDRINUSE|address (already )?in use/i;

/** In the machine's own network, which does not show where a program calls, the grader listens on every port in its source. */
async function whereItDials(
  arena: Arena,
  run: TestRun,
  { program, words }: Tried,
  ports: readonly [given: number, ...inSource: number[]],
): Promise<Found | NothingFound> {
  const { called, held } = await listenOnPorts(program.transport, run, ports);
  const nothing = held[0] === undefined ? null : { held: held[0] };
  const recording = arena.recordAttempts();
  try {
    const client = await started(run, { program, words });
    client.program.type(Buffer.from(typedFirst));
    const calls = () => recording.attempts().filter(isAttemptOver(program.transport));
    const dialled = () => called() ?? calls()[0]?.port;
    const waited = await run.until(() => dialled() ?? (client.exit() ? "gone" : undefined), { pollMs: 5 });
    const found = dialled();
    if ("gaveUp" in waited) return waited.gaveUp.why === "computes" ? "computes" : nothing;
    if (found === undefined) return client.exit()?.limit ? "unbounded" : nothing;
    return { heeded: found === ports[0], port: found, address: calls().find(({ port }) => port === found)?.address };
  } finally {
    recording.stop();
  }
}

/** A client may ask for several things at the keyboard before it connects, and for a text that a line with a dot ends. */
const typedFirst = `${"Halo\n".repeat(8)}.\n`;

/** Packets to the port of DNS come from looking up a name, not from the client's own socket. */
function isAttemptOver(transport: "tcp" | "udp") {
  const domain = 53;
  return ({ protocol, port }: Attempt) => protocol === transport && port !== domain;
}

/** A program, and the arguments other than its port. */
interface Tried {
  program: PreparedProgram;
  words: readonly string[];
}

async function started(run: TestRun, { program, words }: Tried): Promise<LaunchedProgram> {
  const launched = await run.start({ role: program.role, port: "given", stdin: "open", stdout: "pipe", words });
  if ("code" in launched) throw new Error(`the ${program.role} could not be started: ${launched.code}`);
  return launched;
}
