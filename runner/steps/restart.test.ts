import { describe, expect, it } from "vitest";
import { FakeProgram, listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { restart } from "./restart.ts";
import { startAgain } from "./start-again.ts";

/** A server on port 5000 and the one that is started after it. */
function twoLives(listens: number | null, status: number | null = null) {
  const run = new FakeRun();
  const before = run.program("server", { listens: [listeningAt(5000)], givenPort: 5000 });
  before.onSignal = () => before.ends(130);
  const again = new FakeProgram("server");
  if (listens !== null) again.listens.push(listeningAt(listens));
  if (status !== null) again.ends(status);
  run.toStart.push(again);
  return { run, before };
}

describe("restart", () => {
  it("ends the server as Ctrl-C does and starts it on the same port", async () => {
    const { run, before } = twoLives(5000);
    expect(await restart.play("server", run)).toBeNull();
    expect(before.done).toEqual(["SIGINT", "kill"]);
    expect(run.started).toMatchObject([{ role: "server", as: "server", port: { same: 5000 } }]);
  });

  it("kills it at once where that is asked for", async () => {
    const { run, before } = twoLives(5000);
    expect(await restart.play({ program: "server", by: "SIGKILL" }, run)).toBeNull();
    expect(before.done).toEqual(["kill"]);
  });

  it("fails a server that does not listen again, or listens elsewhere", async () => {
    const silent = { code: "not-listening-again", who: "server", facts: { port: 5000 }, gaveUp };
    expect(await restart.play("server", twoLives(null).run)).toEqual(silent);
    const ended = { code: "not-listening-again", who: "server", facts: { port: 5000, status: 1 } };
    expect(await restart.play("server", twoLives(null, 1).run)).toEqual(ended);
    const elsewhere = { code: "wrong-port", who: "server", facts: { given: 5000, found: 5001 } };
    expect(await restart.play("server", twoLives(5001).run)).toEqual(elsewhere);
  });
});

describe("start-again", () => {
  it("leaves a server alone that goes on", async () => {
    const { run } = twoLives(5000);
    expect(await startAgain.play("server", run)).toBeNull();
    expect(run.started).toEqual([]);
  });

  it("starts one again that has answered and ended with status 0", async () => {
    const { run, before } = twoLives(5000);
    run.transcript.record("server", "started");
    run.transcript.record("alice", "received", { bytes: Buffer.from("Halo") });
    before.ends(0);
    expect(await startAgain.play("server", run)).toBeNull();
    expect(run.started).toMatchObject([{ as: "server", port: { same: 5000 } }]);
  });

  it("fails one that has ended with an error, or without an answer", async () => {
    const { run, before } = twoLives(5000);
    before.ends(0);
    expect(await startAgain.play("server", run)).toEqual({ code: "exited-early", who: "server", facts: { status: 0 } });
    run.transcript.record("alice", "received", { bytes: Buffer.from("Halo") });
    before.ends(1);
    expect(await startAgain.play("server", run)).toMatchObject({ code: "exited-early", facts: { status: 1 } });
  });
});
