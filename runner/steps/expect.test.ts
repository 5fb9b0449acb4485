import { afterEach, describe, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expect as expectStep } from "./expect.ts";

let run: FakeRun;
afterEach(() => run.end());

describe("bytes of a stream", () => {
  function play(step: object, said: string[], ends?: "closes" | "resets") {
    run = new FakeRun();
    const { line } = run.stream();
    for (const text of said) run.next.push(() => line.sends(text));
    if (ends) run.next.push(() => line[ends]());
    return expectStep.play({ at: "alice", ...step }, run);
  }

  it.each([
    ["in one piece", ["Halo"]],
    ["in several", ["Ha", "l", "o"]],
    ["with more behind them", ["Halo, dunia"]],
  ])("are right %s", async (_, said) => {
    expect(await play({ text: "Halo" }, said)).toBeNull();
  });

  it("are what the peer sent, and so once alone", async () => {
    run = new FakeRun();
    const { peer, line } = run.stream();
    await peer.send(Buffer.from("Halo"), null);
    line.sends("Halo");
    expect(await expectStep.play({ at: "alice", sent: true }, run)).toBeNull();
    expect(peer.outbox.length).toBe(0);
  });

  it.each([
    ["other bytes", ["Hallo"], undefined, { code: "reply-differs", difference: { offset: 3 } }],
    ["a part of them", ["Ha"], undefined, { code: "reply-incomplete", actual: { length: 2 }, gaveUp }],
    ["a part before the end", ["Ha"], "closes" as const, { code: "closed-early", actual: { length: 2 } }],
    ["a part before a reset", ["Ha"], "resets" as const, { code: "reset-early", actual: { length: 2 } }],
    ["nothing", [], undefined, { code: "no-reply", expected: { length: 4 }, gaveUp }],
  ])("fail as %s", async (_, said, ends, failure) => {
    expect(await play({ text: "Halo" }, said, ends)).toMatchObject({ who: "alice", ...failure });
  });

  it("fail with more behind them where they are the whole, but for a newline that may stand there", async () => {
    const whole = { text: "Halo", whole: true };
    expect(await play(whole, ["Halo"], "closes")).toBeNull();
    expect(await play(whole, ["Halo!"])).toMatchObject({ code: "reply-too-long", actual: { length: 5 } });
    expect(await play({ ...whole, newline: "optional" }, ["Halo\r\n"])).toBeNull();
  });

  it("match a pattern, or do not", async () => {
    expect(await play({ matches: "^id (?<id>\\d+)\\n" }, ["id 7\n"])).toBeNull();
    expect(run.values.get("id")).toBe("7");
    const unlike = { code: "no-match", facts: { pattern: "^x" }, actual: { length: 5 } };
    expect(await play({ matches: "^x" }, ["Halo\n"])).toMatchObject(unlike);
    expect(await play({ matches: "^x" }, [])).toMatchObject({ code: "no-reply", facts: { pattern: "^x" } });
  });

  it("may be any, or come too early", async () => {
    expect(await play({ message: "any" }, ["Ha", "lo"])).toBeNull();
    expect(await play({ message: "any" }, [])).toMatchObject({ code: "no-reply" });
    const early = await play({ text: "Halo", after: "1min" }, ["Halo"]);
    expect(early).toMatchObject({ code: "came-too-early", facts: { leastMs: 60_000 } });
  });

  it("may come too fast", async () => {
    const come = async (step: object) => {
      run = new FakeRun();
      const { peer, line } = run.stream();
      await peer.send(Buffer.from("x"), null);
      line.sends("a".repeat(1000));
      return expectStep.play({ at: "alice", text: "a".repeat(1000), ...step }, run);
    };
    const tooFast = { code: "came-too-fast", facts: { bytes: 1000, perSecond: 10 } };
    expect(await come({ "most-per-second": 10 })).toMatchObject(tooFast);
    expect(await come({ "most-per-second": 10, burst: 1000 })).toBeNull();
  });
});

describe("datagrams", () => {
  async function play(step: object, said: string[], about: { port?: number; isClient?: boolean } = {}) {
    run = new FakeRun();
    if (about.isClient) run.kindOf = "client";
    const { peer, hear } = await run.datagrams();
    peer.outbox.push(Buffer.from("Halo"));
    for (const text of said) hear(text, about.port);
    return expectStep.play({ at: "alice", ...step }, run);
  }

  it("are right one at a time, from the port that was asked", async () => {
    expect(await play({ sent: true, "same-port": true }, ["Halo", "x"])).toBeNull();
    const elsewhere = { code: "reply-from-elsewhere", facts: { asked: 5000, from: 6000 } };
    expect(await play({ sent: true, "same-port": true }, ["Halo"], { port: 6000 })).toMatchObject(elsewhere);
    expect(await play({ sent: true, "other-port": true }, ["Halo"], { port: 6000 })).toBeNull();
  });

  it("fail as others, twice, unlike a pattern, or missing", async () => {
    expect(await play({ sent: true }, ["halo"])).toMatchObject({ code: "reply-differs" });
    expect(await play({ sent: true, whole: true }, ["Halo", "Halo"])).toMatchObject({ code: "answered-twice" });
    expect(await play({ matches: "^x" }, ["Halo"])).toMatchObject({ code: "no-match", facts: { pattern: "^x" } });
    expect(await play({ sent: true }, [])).toMatchObject({ code: "no-reply", expected: { length: 4 }, gaveUp });
    expect(await play({ message: "any" }, [], { isClient: true })).toMatchObject({ code: "no-message-sent" });
  });

  it("say how many the test has lost itself", async () => {
    run = new FakeRun();
    const { peer } = await run.datagrams();
    peer.lost = 2;
    expect(await expectStep.play({ at: "alice", message: "any" }, run)).toMatchObject({ facts: { lost: 2 } });
  });
});
