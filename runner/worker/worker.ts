import type { Arena } from "../arena/arena.ts";
import { closeWithProcess } from "../arena/close-with-process.ts";
import type { Follow } from "../test-run/follow-transcript.ts";
import { runTest } from "../test-run/run-test.ts";
import { Session } from "../test-run/session.ts";
import { SharedLaunch } from "../test-run/shared-launch.ts";
import { build } from "./build.ts";
import { conditions } from "./conditions.ts";
import { discover } from "./discover.ts";
import { measureSlowness } from "./measure-slowness.ts";
import { type Answer, type Method, methods, type Params, request } from "./protocol.ts";

/**
 * The grading worker: a process that answers the calls of the main process, one after another, in an arena of its own.
 *
 * It ends when the main process closes the channel or dies, and all processes that it started end with it.
 */
let arena: Arena | undefined;
let launch: SharedLaunch | undefined;
let session: Session | undefined;
let slowness: number | undefined;

const handlers: { [M in Method]: (params: Params<M>, follow?: Follow) => Promise<Answer<M>> } = {
  async open(params) {
    const open = await openArena(params);
    arena = open;
    launch = new SharedLaunch(open);
    closeWithProcess(open);
    if (!params.watch) slowness = measureSlowness();
    return open.isolation;
  },
  build: (params) => build(opened(), params),
  discover: (params) => discover(opened(), params, conditions(params.limits, slowness)),
  async play({ test, role, programs, seed, limits, world, computesOn, launch: name }, follow) {
    const { patience, ...terms } = conditions({ ...limits, ...test.limits }, slowness);
    const setup = { role, programs, seed, world, follow, ...terms, patience: { ...patience, isThrifty: computesOn } };
    if (name !== undefined && launch) return launch.play(name, test, setup);
    await launch?.end();
    return runTest(opened(), test, setup);
  },
  async beginSession({ role, programs, seed, limits, world, files, tracesCalls, keptFiles }) {
    await launch?.end();
    const setup = { role, programs, seed, world, tracesCalls, keptFiles, ...conditions(limits, slowness) };
    session = new Session(opened(), setup, files);
    return session.begin();
  },
  async playStep({ step }) {
    if (session === undefined) throw new Error("no session was begun");
    return session.play(step);
  },
  async endSession() {
    await session?.end();
    session = undefined;
    return null;
  },
  async endLaunch() {
    await launch?.end();
    return null;
  },
};

/** Code for Linux is loaded only where it is used. */
async function openArena({ tier, scratch }: Params<"open">): Promise<Arena> {
  if (tier === "local") return (await import("../local/local-arena.ts")).openLocalArena(scratch);
  return (await import("../arena/open-arena.ts")).openArena({ tier, scratch });
}

function opened(): Arena {
  if (arena === undefined) throw new Error("the worker's arena was not opened");
  return arena;
}

async function answer(message: unknown): Promise<void> {
  const { id, method, params, follows } = request.parse(message);
  try {
    const handle = handlers[method] as (params: unknown, follow?: Follow) => Promise<unknown>;
    const follow: Follow | undefined = follows ? (seen) => say({ id, seen }) : undefined;
    say({ id, value: await handle(methods[method].params.parse(params), follow) });
  } catch (fault) {
    say({ id, failed: faultOf(fault) });
  }
}

function faultOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

/** Sends a reply; does nothing if the main process is gone. */
function say(reply: object, said = () => {}): void {
  if (process.connected) process.send?.(reply, said);
  else said();
}

let queue = Promise.resolve();
process.on("message", (message) => {
  if ("areYouThere" in (message as object)) return say({ isThere: true });
  queue = queue.then(() => answer(message));
});
// After such a fault the state of this process is unknown: the main process makes the call again in another worker.
for (const event of ["uncaughtException", "unhandledRejection"] as const)
  process.on(event, (fault: unknown) => say({ dies: faultOf(fault) }, () => process.exit(1)));
// Once the arena is open, closeWithProcess ends the process.
process.on("disconnect", () => arena ?? process.exit(0));
