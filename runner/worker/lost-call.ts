import type { Call, Callable } from "./calls.ts";
import type { Answer, Method } from "./protocol.ts";
import { WorkerDied } from "./worker-process.ts";

/** The death of a worker, and the call that caused it. */
export interface Loss {
  reason: string;
  /** The call that kills a worker again when it is made alone; null if none does. */
  culprit: string | null;
}

/**
 * Makes a call whose worker died again, in a worker of its own. If that worker dies as well, the call is the culprit and fails with a
 * `WorkerDied`; else the culprit may be the call before it, which left something behind: that one is also made alone.
 */
export async function callAgain<M extends Method, W extends Callable>(lost: {
  call: Call<M>;
  before: Call | null;
  fault: WorkerDied;
  start(): Promise<W>;
  end(worker: W): Promise<string | null>;
  onLoss?: ((loss: Loss) => void) | undefined;
}): Promise<Answer<M>> {
  const { call, before, fault } = lost;
  const again = await alone(call, lost);
  if ("died" in again) {
    lost.onLoss?.({ reason: fault.message, culprit: call.about });
    const isSame = again.died.message === fault.message;
    throw new WorkerDied(isSame ? fault.message : `${fault.message}; played alone, ${again.died.message}`);
  }
  const isLate = again.endedBadly !== null;
  const isBefore = !isLate && before !== null && (await endsBadly(before, lost));
  lost.onLoss?.({ reason: fault.message, culprit: isLate ? call.about : isBefore ? before.about : null });
  return again.value;
}

interface Alone<W> {
  start(): Promise<W>;
  end(worker: W): Promise<string | null>;
}

async function alone<M extends Method, W extends Callable>(call: Call<M>, { start, end }: Alone<W>) {
  const worker = await start();
  const made = await worker.call(call).then(
    (value) => ({ value }),
    (fault: unknown) => ({ fault }),
  );
  const endedBadly = await end(worker);
  if ("value" in made) return { value: made.value, endedBadly };
  if (made.fault instanceof WorkerDied) return { died: made.fault };
  throw made.fault;
}

async function endsBadly<W extends Callable>(call: Call, ways: Alone<W>): Promise<boolean> {
  try {
    const made = await alone(call, ways);
    return "died" in made || made.endedBadly !== null;
  } catch {
    return false;
  }
}
