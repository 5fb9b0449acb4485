import type { Outcome } from "../model/outcome.ts";
import type { Test } from "../spec/lab.ts";
import type { Calls } from "../worker/calls.ts";
import type { Params } from "../worker/protocol.ts";
import { WorkerDied } from "../worker/worker-process.ts";
import type { LaunchLane } from "./launch-lane.ts";

/**
 * Plays a test until its outcome is beyond doubt: what a busy machine kept from being decided is played again alone, and a
 * failure that timing may have had a part in is played again under the same seed.
 *
 * @param how `lane`: where tests that may share a launch are played; null for one that may not
 */
export async function runSurely(
  calls: Calls,
  params: Params<"play">,
  { lane, begins }: { lane: LaunchLane | null; begins: () => void },
): Promise<Outcome> {
  const isInTurn = inTurn(calls, params);
  const play = (hears?: () => void) =>
    isInTurn ? calls.callAlone("play", params, hears) : calls.call("play", params, hears);
  const first = await (lane && !isInTurn ? lane.play(params, begins) : play(begins)).catch(lost(params));
  if (first.undecided) return calls.callAlone("play", params).catch(lost(params));
  if (first.status !== "failed" || !mayDependOnTiming(params.test, first)) return first;
  const second = await play().catch(lost(params));
  return second.status === "passed" ? { ...first, unsteady: second.transcript } : first;
}

/** A test that costs the workers that play it is an error; the others are played all the same. */
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

/** Whether two tests would get into each other's way: a port written in the source, on a network that all share. */
function inTurn(calls: Calls, { programs }: Params<"play">): boolean {
  return calls.isolation.tier === "ports" && programs.some((program) => program.sourcePort !== null);
}

/** Steps after which the order of events is the scheduler's choice. */
const racingWords = new Set(["together", "reset", "close", "finish", "signal", "restart", "end-of-input"]);

/** Whether another run of the failed test might end otherwise; a single peer that waits for a reply always sees the same. */
export function mayDependOnTiming(test: Pick<Test, "steps">, outcome: Pick<Outcome, "failure">): boolean {
  const gaveUp = outcome.failure?.facts?.gaveUp;
  const isCertain = outcome.failure?.code === "no-program" || outcome.failure?.code === "build-failed";
  if (isCertain) return false;
  return gaveUp === "idle" || gaveUp === "computes" || races(test.steps);
}

function races(steps: readonly unknown[]): boolean {
  const words = steps.flatMap((step) => Object.keys(step as object));
  const peers = words.filter((word) => word === "connect" || word === "accept").length;
  return peers > 1 || words.some((word) => racingWords.has(word)) || steps.some(isPacedOrRepeated);
}

function isPacedOrRepeated(step: unknown): boolean {
  const { send, repeat } = step as {
    send?: Record<string, unknown>;
    repeat?: { steps: unknown[]; "at-once"?: boolean };
  };
  if (send && ("pieces" in send || "piece-bytes" in send)) return true;
  return repeat !== undefined && (repeat["at-once"] === true || races(repeat.steps) || connects(repeat.steps));
}

function connects(steps: readonly unknown[]): boolean {
  return steps.some((step) => "connect" in (step as object));
}
