import { expect, it } from "vitest";
import type { Outcome } from "../model/outcome.ts";
import type { GradedTest } from "../score/rubric.ts";
import type { Ending } from "../score/score.ts";
import { longFirst, runInOrder } from "./run-order.ts";

const words = { en: "x", id: "x" };

const test = (id: string, needs?: string[]): GradedTest => ({
  ...{ id, title: words, why: words, points: 1, steps: [] },
  ...(needs && { needs }),
});

/** How the tests end when the named ones are played as given, and all others pass. */
async function played(tests: GradedTest[], outcomes: Record<string, Partial<Outcome>>) {
  const asked: string[] = [];
  const play = async ({ id }: GradedTest) => {
    asked.push(id);
    return { status: "passed", ...outcomes[id] } as Ending;
  };
  return { endings: Object.fromEntries(await runInOrder(tests, play, () => {})), asked };
}

const chain = [test("reply", ["starts"]), test("starts"), test("twice", ["reply"])];

it("plays a test after its gates, wherever they stand", async () => {
  const { asked } = await played(chain, {});
  expect(asked).toEqual(["starts", "reply", "twice"]);
});

it("skips everything behind a gate that failed, and tells which", async () => {
  const { endings, asked } = await played(chain, { starts: { status: "failed" } });
  expect(asked).toEqual(["starts"]);
  expect(endings).toMatchObject({ reply: { skippedFor: "starts" }, twice: { skippedFor: "starts" } });
});

it("plays nothing behind a gate that could not be played or decided, and takes nothing for it", async () => {
  const unplayable = await played(chain, { starts: { status: "skipped", unplayable: words } });
  expect(unplayable).toMatchObject({
    asked: ["starts"],
    endings: { reply: { unplayable: words }, twice: { unplayable: words } },
  });
  const error = await played(chain, { starts: { status: "error" } });
  expect(error).toMatchObject({
    asked: ["starts"],
    endings: { reply: { gateError: "starts" }, twice: { gateError: "starts" } },
  });
});

it("puts tests of many rounds first, and keeps the order otherwise", () => {
  const many = { repeat: { times: 500, steps: [{ connect: "client-{n}" }] } };
  const [first, long, last] = [test("first"), { ...test("long"), steps: [many] }, test("last")];
  expect(longFirst([first, long, last])).toEqual([long, first, last]);
});
