import { afterEach, describe, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectAnswer } from "./expect-answer.ts";
import { Unplayable } from "./support/unplayable.ts";

let run: FakeRun;
afterEach(() => run.end());

describe("a program's answer", () => {
  const asked = (printed: string) => {
    run = new FakeRun();
    const program = run.program("info", { words: ["resolve", "localhost"] });
    program.prints(printed);
    program.ends();
    return expectAnswer.play({ of: "info", is: "127.0.0.1|::1", not: "10.0.0.1" }, run);
  };

  it("is right where a right word stands in it, with whatever label", async () => {
    expect(await asked("Alamat: 127.0.0.1\n")).toBeNull();
  });

  it("is wrong where the word is part of another, or the forbidden one stands beside it", async () => {
    const facts = { question: "resolve localhost" };
    expect(await asked("127.0.0.10\n")).toMatchObject({ code: "wrong-answer", who: "info", facts });
    const both = { facts: { ...facts, unwanted: "10.0.0.1" } };
    expect(await asked("127.0.0.1 and 10.0.0.1\n")).toMatchObject(both);
  });
});

it("says nothing of a program whose name server is the machine's, and does not answer", async () => {
  const asked = async (hasOwnNames: boolean) => {
    run = new FakeRun();
    run.hasOwnNames = hasOwnNames;
    const program = run.program("info", { words: ["resolve", "localhost"] });
    program.prints("Galat: queryA ECONNREFUSED localhost\n");
    program.ends(1);
    return expectAnswer.play({ of: "info", is: "127.0.0.1" }, run);
  };
  await expect(asked(false)).rejects.toThrow(Unplayable);
  expect(await asked(true)).toMatchObject({ code: "wrong-answer" });
});

describe("an answer over the network", () => {
  it("is right, wrong or an error, by its line", async () => {
    run = new FakeRun();
    const { peer, line } = run.stream();
    await peer.send(Buffer.from("resolve localhost\n"), null);
    line.sends("OK 127.0.0.1\nOK 10.0.0.1\nERROR 127.0.0.1\n");
    const step = { at: "alice", is: "127.0.0.1" };
    expect(await expectAnswer.play(step, run)).toBeNull();
    const wrong = { code: "wrong-answer", facts: { question: "resolve localhost", overNetwork: true } };
    expect(await expectAnswer.play(step, run)).toMatchObject(wrong);
    expect(await expectAnswer.play(step, run)).toMatchObject(wrong);
    expect(await expectAnswer.play(step, run)).toMatchObject({ code: "no-reply", gaveUp });
  });

  it("is one datagram over UDP", async () => {
    run = new FakeRun();
    const { hear } = await run.datagrams();
    hear("127.0.0.1");
    expect(await expectAnswer.play({ at: "alice", is: "127.0.0.1" }, run)).toBeNull();
    expect(await expectAnswer.play({ at: "alice", is: "127.0.0.1" }, run)).toMatchObject({ code: "no-reply" });
  });
});
