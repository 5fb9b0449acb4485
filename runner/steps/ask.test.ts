import { expect, it } from "vitest";
import { FakeRun, gaveUp } from "../../tests/support/fake-run.ts";
import { ask } from "./ask.ts";

function run() {
  const run = Object.assign(new FakeRun(), { kindOf: "program" });
  const program = run.program("info");
  run.launched.clear();
  run.toStart.push(program);
  return { run, program };
}
const args = { program: "info", words: ["resolve", "localhost"] };

it("gives the words as arguments, and types nothing to a program that ends", async () => {
  const { run: context, program } = run();
  context.next.push(() => program.ends());
  expect(await ask.play(args, context)).toBeNull();
  expect(context.started).toMatchObject([{ role: "info", port: "given", words: args.words }]);
  expect(program.done).toEqual([]);
});

it("types the words once to a program that waits for the keyboard, and remembers what it had printed", async () => {
  const { run: context, program } = run();
  program.prints("> ");
  expect(await ask.play(args, context)).toBeNull();
  expect(program.done).toEqual(["resolve localhost\n"]);
  expect(program.promptBytes).toEqual({ stdout: 2, stderr: 0 });
});

it("fails a program that computes and never ends, and one that cannot be started", async () => {
  const { run: context } = run();
  context.until = async () => ({ gaveUp: { ...gaveUp, why: "computes" } });
  expect(await ask.play(args, context)).toMatchObject({ code: "no-exit", who: "info" });
  expect(await ask.play(args, new FakeRun())).toEqual({ code: "no-program", who: "info" });
});
