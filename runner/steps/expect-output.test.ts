import { describe, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectOutput, forgetOutput } from "./expect-output.ts";
import { Unplayable } from "./support/unplayable.ts";

function play(step: object, printed: string, about: { ends?: number; holdsOutput?: boolean } = {}) {
  const run = new FakeRun();
  const program = run.program("client", { holdsOutput: about.holdsOutput ?? false });
  if (printed) run.next.push(() => program.prints(printed));
  if (about.ends !== undefined) run.next.push(() => program.ends(about.ends));
  return expectOutput.play({ of: "client", ...step }, run);
}

describe("expect-output", () => {
  it.each([
    ["bytes anywhere in it", { text: "Halo" }, "alice says: Halo!\n"],
    ["a line", { line: "Halo" }, "> Halo\n"],
    ["a pattern", { matches: "h.lo", "ignore-case": true }, "HALO\n"],
    [
      "bytes with labels between",
      { text: "0123456789abcdef0123456789abcdef", scattered: true },
      "A: 0123456789abcdef\nB: 0123456789abcdef\n",
    ],
  ])("finds %s", async (_, step, printed) => {
    expect(await play(step, printed)).toBeNull();
  });

  it("takes an unended line as the last one of a program that has ended", async () => {
    expect(await play({ line: "Halo" }, "Halo")).toMatchObject({ code: "no-output", gaveUp });
    expect(await play({ line: "Halo" }, "Halo", { ends: 0 })).toBeNull();
  });

  it("fails a program that prints something else, or nothing where any word would do", async () => {
    const other = await play({ text: "Halo" }, "Hallo\n", { ends: 0 });
    expect(other).toMatchObject({ code: "no-output", who: "client", expected: { length: 4 }, actual: { length: 6 } });
    const nothing = await play({ matches: "\\S" }, "\n");
    expect(nothing).toEqual({ code: "no-output", who: "client", facts: { words: "any" }, gaveUp });
  });

  it("fails a stack trace that holds the words, where it is no such output", async () => {
    const trace = "Traceback (most recent call last):\nOSError: Halo\n";
    expect(await play({ text: "Halo", traceback: false }, trace)).toMatchObject({ code: "traceback" });
    expect(await play({ text: "Halo" }, trace)).toBeNull();
  });

  it("ends a program whose output may wait in its buffers, as by Ctrl-C", async () => {
    const run = new FakeRun();
    const program = run.program("client");
    program.onSignal = () => program.prints("Halo\n");
    expect(await expectOutput.play({ of: "client", text: "Halo", buffered: true }, run)).toBeNull();
    expect(program.done).toEqual(["SIGINT"]);
  });

  it("does not count for a program of which nothing is printed before its end", async () => {
    await expect(play({ text: "Halo" }, "", { holdsOutput: true })).rejects.toThrow(Unplayable);
  });

  it("looks for what a peer sent", async () => {
    const run = new FakeRun();
    run.program("server").prints("alice: Halo, dunia\n");
    const { peer } = run.stream();
    await peer.send(Buffer.from("Halo, dunia\n"), null);
    expect(await expectOutput.play({ of: "server", "sent-by": "alice" }, run)).toBeNull();
    await peer.send(Buffer.from("Sampai jumpa\n"), null);
    expect(await expectOutput.play({ of: "server", "sent-by": "alice" }, run)).toMatchObject({ code: "no-output" });
  });
});

it("forget-output: what was printed before no longer counts", async () => {
  const run = new FakeRun();
  const program = run.program("client");
  program.prints("Halo\n");
  expect(await forgetOutput.play("client", run)).toBeNull();
  expect(await expectOutput.play({ of: "client", text: "Halo" }, run)).toMatchObject({ code: "no-output" });
  program.prints("Halo\n", "stderr");
  expect(await expectOutput.play({ of: "client", text: "Halo" }, run)).toBeNull();
});
