import type { Outcome } from "../model/outcome.ts";
import { bypassLibraries } from "../model/prepared-program.ts";
import { mayRace } from "../spec/every-step.ts";
import type { Test } from "../spec/lab.ts";
import type { Calls } from "../worker/calls.ts";
import type { Params } from "../worker/protocol.ts";
import { WorkerDied } from "../worker/worker-process.ts";
import type { Budget, Turn } from "./budget.ts";
import type { LaunchLane } from "./launch-lane.ts";

/**
 * Plays a test until its outcome is certain: a test that a busy machine left undecided is played again alone, and a
 * failure that timing may have caused is played again with the same seed.
 *
 * @param how `lane`: plays tests that may share a launch, null for a test that may not; `budget`: the limits the
 * hand-in still gets
 */
export async function runSurely(
  calls: Calls,
  params: Params<"play">,
  { lane, budget, begins }: { lane: LaunchLane | null; budget: Budget; begins: () => void },
): Promise<Outcome> {
  const playTurn = async (turn: Turn, way: (turn: Turn) => Promise<Outcome>): Promise<Outcome> => {
    try {
      const outcome = await way(turn).catch(lost(params));
      if (!turn.isOpen(outcome)) return turn.ended(outcome);
      return await budget.decide(params.role, () => turn.ended(outcome), playWhole);
    } finally {
      turn.close();
    }
  };
  const play = (way: (turn: Turn) => Promise<Outcome>) => playTurn(budget.turn(params), way);
  const playWhole = async () => {
    const once = () => playTurn(budget.turn(params, true), (turn) => calls.call("play", turn.params));
    const outcome = await once();
    // It may have computed in the try by chance, and not because it needs the time.
    return outcome.status === "passed" && mayRace(params.test.steps) ? once() : outcome;
  };
  const mayShare = lane !== null && !needsPortOfAll(calls, params);
  const first = await play((turn) =>
    mayShare ? lane.play(turn.params, begins, turn) : calls.call("play", turn.params, begins),
  );
  if (first.undecided) return play((turn) => calls.callAlone("play", turn.params));
  if (first.status !== "failed" || !mayDependOnTiming(params.test, first)) return first;
  if (budget.isKnown(params.role, first)) return first;
  return playUntilClear(first, () => play((turn) => calls.call("play", turn.params)));
}

/** How often a test must end the same way before that counts, and how often it is played at most. */
const isClear = 3;
const mostPlays = 2 * isClear - 1;

/**
 * A failure that the next play repeats is clear at once; otherwise the test is played until one ending has come
 * `isClear` times.
 */
async function playUntilClear(first: Outcome, play: () => Promise<Outcome>): Promise<Outcome> {
  const passed: Outcome[] = [];
  let failed = 1;
  while (failed < isClear && passed.length < isClear && failed + passed.length < mostPlays) {
    const again = await play();
    if (again.status === "passed") passed.push(again);
    else if (again.status === "failed") failed += 1;
    else break;
    if (passed.length === 0) return first;
  }
  const [pass] = passed;
  if (pass === undefined) return first;
  return { ...first, flaky: pass.transcript, plays: { played: failed + passed.length, failed } };
}

/** A test that kills the workers that play it is an error; the other tests are still played. */
function lost({ test }: Params<"play">): (fault: unknown) => Outcome {
  return (fault) => {
    if (!(fault instanceof WorkerDied)) throw fault;
    const nothing = {
      failure: null,
      diagnosis: null,
      durationMs: 0,
      transcript: [],
      output: { stdout: "", stderr: "" },
    };
    return { test: test.id, status: "error", error: fault.message, ...nothing };
  };
}

/**
 * Whether the program takes a port from its source on the machine's shared network, where another process may take it
 * between two tests.
 */
function needsPortOfAll(calls: Calls, { programs }: Params<"play">): boolean {
  const { network, address } = calls.isolation;
  return !network && (!address || bypassLibraries(programs)) && programs.some(({ sourcePort }) => sourcePort !== null);
}

/** Whether another run of the failed test might end otherwise. */
export function mayDependOnTiming(test: Pick<Test, "steps">, { failure }: Pick<Outcome, "failure">): boolean {
  if (failure?.code === "no-program" || failure?.code === "build-failed") return false;
  return failure?.facts?.gaveUp === "idle" || mayRace(test.steps);
}
