import { describe, expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectRefusal } from "./expect-refusal.ts";

describe("a program that was asked", () => {
  function play(printed: string, status: number | null, wasTyped = false) {
    const run = new FakeRun();
    const program = run.program("info", { promptBytes: wasTyped ? { stdout: 0, stderr: 0 } : null });
    program.prints(printed);
    if (status !== null) program.ends(status);
    return expectRefusal.play({ of: "info" }, run);
  }

  it("refuses with a message and an error, or at the keyboard with a message alone", async () => {
    expect(await play("no such host\n", 1)).toBeNull();
    expect(await play("no such host\n", null, true)).toBeNull();
  });

  it("does not refuse with status 0, in silence, with a stack trace or by waiting", async () => {
    expect(await play("no such host\n", 0)).toMatchObject({ code: "wrong-status", facts: { wanted: "error" } });
    expect(await play("", 1)).toMatchObject({ code: "no-message" });
    expect(await play("Traceback (most recent call last):\nOSError: x\n", 1)).toMatchObject({ code: "traceback" });
    expect(await play("", null)).toEqual({ code: "no-exit", who: "info", gaveUp });
    expect(await play("name? ", null, true)).toEqual({ code: "no-message", who: "info", gaveUp });
  });
});

describe("a server that was asked", () => {
  async function play(said: string, step: object = {}, closes = false) {
    const run = new FakeRun();
    const { peer, line } = run.stream();
    await peer.send(Buffer.from("resolve x\n"), null);
    if (said) line.sends(said);
    if (closes) line.closes();
    return expectRefusal.play({ at: "alice", ...step }, run);
  }

  it("refuses with ERROR and a reason", async () => {
    expect(await play("ERROR no such host\n")).toBeNull();
    const bare = { code: "wrong-answer", facts: { question: "resolve x", overNetwork: true } };
    expect(await play("ERROR\n")).toMatchObject(bare);
    expect(await play("10.0.0.1\n")).toMatchObject(bare);
  });

  it("may close without a word only where it is allowed", async () => {
    expect(await play("", { "or-close": true }, true)).toBeNull();
    expect(await play("", {}, true)).toMatchObject({ code: "closed-early" });
    expect(await play("", { "or-close": true })).toMatchObject({ code: "no-reply" });
  });
});
