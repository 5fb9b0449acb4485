import { expect, it } from "vitest";
import type { Call } from "./calls.ts";
import { callAgain, type Loss } from "./lost-call.ts";
import { WorkerDied } from "./worker-process.ts";

const call = (about: string) => ({ method: "play", params: {}, about }) as unknown as Call;
const fault = new WorkerDied("a grading worker ended with SIGKILL");

interface FakeWorker {
  made: string[];
  call(call: Call): Promise<never>;
}

/** Workers that die in the calls of one kind, and after those of another. */
function workers({ diesIn = "", diesAfter = "" }) {
  const losses: Loss[] = [];
  const start = async (): Promise<FakeWorker> => {
    const made: string[] = [];
    return {
      made,
      async call({ about }: Call) {
        made.push(about);
        if (about === diesIn) throw new WorkerDied("a grading worker ended with status 1");
        return `answer to ${about}` as never;
      },
    };
  };
  const end = async ({ made }: FakeWorker) => (made.includes(diesAfter) ? "ended with status 1" : null);
  return { start, end, losses, onLoss: (loss: Loss) => losses.push(loss) };
}

it("plays an innocent call again and names the call before it that killed the worker", async () => {
  const { losses, ...ways } = workers({ diesAfter: "the guilty one" });
  const again = callAgain({ call: call("the innocent one"), before: call("the guilty one"), fault, ...ways });
  expect(await again).toBe("answer to the innocent one");
  expect(losses).toEqual([{ reason: fault.message, culprit: "the guilty one" }]);
});

it("fails a call that kills its worker a second time", async () => {
  const { losses, ...ways } = workers({ diesIn: "the guilty one" });
  const again = callAgain({ call: call("the guilty one"), before: call("another"), fault, ...ways });
  await expect(again).rejects.toThrow(/SIGKILL; played alone, a grading worker ended with status 1/);
  expect(losses).toEqual([{ reason: fault.message, culprit: "the guilty one" }]);
});

it("keeps the answer of a call whose worker dies only afterwards", async () => {
  const { losses, ...ways } = workers({ diesAfter: "the guilty one" });
  const again = callAgain({ call: call("the guilty one"), before: null, fault, ...ways });
  expect(await again).toBe("answer to the guilty one");
  expect(losses).toEqual([{ reason: fault.message, culprit: "the guilty one" }]);
});

it("names nobody where nothing does it again", async () => {
  const { losses, ...ways } = workers({});
  expect(await callAgain({ call: call("one"), before: call("another"), fault, ...ways })).toBe("answer to one");
  expect(losses).toEqual([{ reason: fault.message, culprit: null }]);
});
