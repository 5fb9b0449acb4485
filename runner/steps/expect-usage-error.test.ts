import { expect, it } from "vitest";
import { listeningAt } from "../../tests/support/fake-program.ts";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { expectUsageError } from "./expect-usage-error.ts";
import { Unplayable } from "./support/unplayable.ts";

function server(about: { prints?: string; ends?: number; listens?: number; isFixed?: boolean } = {}) {
  const run = new FakeRun();
  const program = run.program("server", { portIsFixed: about.isFixed ?? false });
  if (about.prints) program.prints(about.prints);
  if (about.ends !== undefined) program.ends(about.ends);
  if (about.listens !== undefined) program.listens.push(listeningAt(about.listens));
  return { run, program };
}
const either = { of: "server", "or-default-port": true };

it("takes a message and an error", async () => {
  expect(await expectUsageError.play("server", server({ prints: "usage: server PORT\n", ends: 2 }).run)).toBeNull();
});

it("fails silence, status 0, a server that listens all the same, and one that does nothing", async () => {
  expect(await expectUsageError.play("server", server({ ends: 2 }).run)).toMatchObject({ code: "no-message" });
  expect(await expectUsageError.play("server", server({ ends: 0 }).run)).toMatchObject({ code: "wrong-status" });
  const listens = { code: "no-exit", who: "server", facts: { listens: 8000 } };
  expect(await expectUsageError.play("server", server({ listens: 8000 }).run)).toEqual(listens);
  expect(await expectUsageError.play("server", server().run)).toEqual({ code: "no-exit", who: "server", gaveUp });
});

it("takes a default port that is told, at once or when it is ended by Ctrl-C", async () => {
  expect(await expectUsageError.play(either, server({ listens: 8000, prints: "on port 8000\n" }).run)).toBeNull();
  const { run, program } = server({ listens: 8000 });
  program.onSignal = () => program.prints("listening on 8000\n");
  expect(await expectUsageError.play(either, run)).toBeNull();
  const other = await expectUsageError.play(either, server({ listens: 8000, prints: "on port 80001\n" }).run);
  expect(other).toEqual({ code: "no-message", who: "server", facts: { listens: 8000 } });
});

it("does not apply to a server whose port is written in its source", async () => {
  const { run } = server({ listens: 5000, isFixed: true });
  await expect(expectUsageError.play("server", run)).rejects.toThrow(Unplayable);
});
