import { Command } from "commander";
import { expect, it } from "vitest";
import { commands } from "../runner/cli/index.ts";
import { speak } from "../runner/cli/speech.ts";
import { helpInIndonesian } from "../runner/texts/help.ts";

async function descriptions(): Promise<{ program: Command; read(): string[] }> {
  const program = new Command();
  for (const load of Object.values(commands)) (await load())(program);
  const read = () =>
    program.commands.flatMap((command) => [
      command.description(),
      ...[...command.options, ...command.registeredArguments].map(({ description }) => description),
    ]);
  return { program, read };
}

it("translates every description of commands, options and arguments", async () => {
  const { program, read } = await descriptions();
  const english = read();
  speak(program, "id");
  const indonesian = read();
  expect(english.filter((words, index) => words === indonesian[index])).toEqual([]);
  const spare = Object.keys(helpInIndonesian).filter((key) => !english.some((words) => words.startsWith(key)));
  // These are of the program itself and of the parser.
  expect(spare.filter((key) => !/:$|^(?:show|print|Grades|the locale|a random)/.test(key))).toEqual([]);
});
