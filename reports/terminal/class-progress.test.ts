import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { classProgress, type DoneHandIn } from "./class-progress.ts";

const done = (path: string, more: Partial<DoneHandIn> = {}): DoneHandIn => ({
  ...{ path, points: { score: 8, maxScore: 10 }, isKept: false },
  ...more,
});

it("writes a plain line for each hand-in where there is no terminal", () => {
  const { shown, written } = show(false);
  shown.done(done("budi"));
  shown.done(done("citra", { points: null }));
  shown.done(done("dewi\x1b[2J\n", { isKept: true }));
  const [first, second, third, ...rest] = written().split("\n");
  expect([first, second, rest]).toEqual(["1/4 budi: 8/10", "2/4 citra: not graded", [""]]);
  expect(third).toMatch(/^3\/4 dewi\P{C}+: 8\/10 \(as before\)$/u);
});

it("shows a bar, how many failed the grader and the time left, which what was kept says nothing about", () => {
  const { shown, written, clock } = show(true);
  shown.done(done("budi", { isKept: true }));
  expect(written()).not.toContain("left");
  clock.nowMs = 5_000;
  shown.done(done("citra", { points: null }));
  const [last] = stripVTControlCharacters(written()).split("\n").slice(-2);
  expect(last).toContain("████████████░░░░░░░░░░░░ 2/4 ! 1 about 10 s left citra");
  shown.end();
});

function show(isTerminal: boolean) {
  const stream = Object.assign(new PassThrough(), { columns: 80 });
  const clock = { nowMs: 0 };
  const now = () => clock.nowMs;
  const shown = classProgress({ stream, isTerminal, language: "en", total: 4, colour: false, now });
  const written = () => String(stream.read() ?? "");
  return { shown, written, clock };
}
