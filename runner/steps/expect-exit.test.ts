import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectExit } from "./expect-exit.ts";

function play(step: object, about: { status?: number; prints?: string; left?: number; limit?: "memory" } = {}) {
  const run = new FakeRun();
  const program = run.program("client");
  if (about.prints) program.prints(about.prints, "stderr");
  program.ends(about.status ?? 0, { leftBehind: about.left ?? 0, limit: about.limit ?? null });
  return expectExit.play({ of: "client", ...step }, run);
}

it.each([
  ["any status where none is asked for", {}, { status: 3 }],
  ["the status that is asked for", { status: 3 }, { status: 3 }],
  ["one of several", { status: [0, 130] }, { status: 130 }],
  ["any error", { status: "error", message: true }, { status: 1, prints: "no such host\n" }],
])("takes %s", async (_, step, about) => {
  expect(await play(step, about)).toBeNull();
});

it.each([
  ["another status", { status: [0, 130] }, { status: 1 }, "wrong-status", { status: 1, wanted: "0,130" }],
  ["0 where an error is due", { status: "error" }, { status: 0 }, "wrong-status", { status: 0, wanted: "error" }],
  ["silence", { message: true }, { status: 1, prints: " \n" }, "no-message", { status: 1 }],
  ["children that still run", { children: false }, { left: 2 }, "children-left", { count: 2 }],
  [
    "a limit that ended it",
    { status: "error" },
    { status: 137, limit: "memory" as const },
    "no-exit",
    { limit: "memory" },
  ],
])("fails %s", async (_, step, about, code, facts) => {
  expect(await play(step, about)).toEqual({ code, who: "client", facts });
});

it("fails a stack trace in place of a message, and says which error it is", async () => {
  const prints = 'Traceback (most recent call last):\n  File "client.py", line 1, in <module>\nOSError: no\n';
  const failure = await play({ traceback: false }, { status: 1, prints });
  expect(failure).toMatchObject({
    code: "traceback",
    facts: { status: 1, line: "OSError: no" },
  });
  expect(await play({}, { status: 1, prints })).toBeNull();
});

it("fails a program that goes on, and says where an error was due", async () => {
  const run = new FakeRun();
  run.program("client");
  const failure = await expectExit.play({ of: "client", status: "error" }, run);
  expect(failure).toEqual({ code: "no-exit", who: "client", gaveUp, facts: { wanted: "error" } });
});
