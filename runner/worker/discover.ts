import type { Arena, Attempt } from "../arena/arena.ts";
import type { PortHabit } from "../scenario/port-habit.ts";
import type { PreparedProgram } from "../scenario/prepared-program.ts";
import type { Setting } from "../scenario/setting.ts";
import { Stage } from "../scenario/stage.ts";
import type { Actor } from "../steps/scene.ts";
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
  { program, habits, portsInSource, world }: Params<"discover">,
  conditions: Conditions,
): Promise<Discovered> {
  const terms = { ...conditions, world };
  let elsewhere: { habit: PortHabit; found: Found } | null = null;
  for (const habit of habits) {
    const found = await tryHabit(arena, { ...program, habit, sourcePort: null }, portsInSource, terms);
    // What computes for ever does so however it is told its port, and each launch costs all of its processor time.
    if (found === "computes") break;
    if (found?.heeded) return { habit, sourcePort: null, ...dialledAt(found) };
    if (found) elsewhere ??= { habit, found };
  }
  if (elsewhere === null) return null;
  const again = await tryHabit(arena, { ...program, habit: elsewhere.habit, sourcePort: null }, portsInSource, terms);
  const { habit, found } = elsewhere;
  const isFixed = again !== null && again !== "computes" && again.port === found.port;
  return { habit, sourcePort: isFixed ? found.port : null, ...dialledAt(found) };
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

async function tryHabit(
  arena: Arena,
  program: PreparedProgram,
  portsInSource: readonly number[],
  terms: Conditions & Pick<Setting, "world">,
): Promise<Found | "computes" | null> {
  arena.renewNetwork();
  const stage = new Stage(
    arena,
    {
      test: { id: "discovery" },
      role: program.role,
      programs: [program],
      seed: "discovery",
      ...terms,
    },
    async () => null,
  );
  try {
    await stage.enterWorld();
    const port = await stage.portOf(program.role);
    return program.kind === "server"
      ? await whereItListens(stage, program, port)
      : await whereItDials(arena, stage, program, [port, ...(arena.isolation.network ? [] : portsInSource)]);
  } finally {
    await stage.end();
  }
}

async function whereItListens(
  stage: Stage,
  program: PreparedProgram,
  port: number,
): Promise<Found | "computes" | null> {
  const server = await started(stage, program);
  const waited = await stage.until(() => (server.exit() ? "gone" : server.serving()[0]?.localPort), { pollMs: 2 });
  if ("gaveUp" in waited) return waited.gaveUp.why === "computes" ? "computes" : null;
  if (waited.value === "gone") return null;
  const ports = server.serving().map((socket) => socket.localPort);
  return { heeded: ports.includes(port), port: ports[0] ?? waited.value };
}

/** Where the network is not its own, and so shows not where it calls, every port in its source is taken to see. */
async function whereItDials(
  arena: Arena,
  stage: Stage,
  program: PreparedProgram,
  ports: readonly [given: number, ...inSource: number[]],
): Promise<Found | null> {
  const taken = await takePorts(program.transport, stage, ports);
  const recording = arena.recordAttempts();
  try {
    const client = await started(stage, program);
    // A client may ask for its message before it dials; the tests type one, too.
    if (program.habit.kind !== "typed") client.program.type(Buffer.from("Halo\n"));
    const calls = () => recording.attempts().filter(isAttemptOver(program.transport));
    const dialled = () => taken() ?? calls()[0]?.port;
    const waited = await stage.until(() => dialled() ?? (client.exit() ? "gone" : undefined), { pollMs: 5 });
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

async function started(stage: Stage, program: PreparedProgram): Promise<Actor> {
  const actor = await stage.start({ role: program.role, port: "given", stdin: "open", stdout: "pipe" });
  if ("code" in actor) throw new Error(`the ${program.role} could not be started: ${actor.code}`);
  return actor;
}
