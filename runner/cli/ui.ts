import type { Command } from "commander";
import { UsageProblem } from "../model/usage-problem.ts";
import { addHandInOptions, refuse, wholeNumber } from "./options.ts";
import { addQueueOptions } from "./queue-options.ts";
import type { UiFlags } from "./ui-flags.ts";

/** Adds `wirecheck ui`. */
export function addUi(program: Command): void {
  const command = program
    .command("ui")
    .alias("serve")
    .description("show in the browser what your program does while you write it, or a class while it is graded")
    .argument("<lab-or-grades>", "id or path of a lab; or the folder that `wirecheck grade` writes to")
    .argument("[hand-in]", "a file or a folder")
    .option("--port <number>", "port of the page on 127.0.0.1", parsePort)
    .option("--open", "open the page in the browser")
    .option("--read-only", "of a class: nothing can be changed on the page");
  addQueueOptions(command, {
    queue: "of a class: what is graded again is graded by `wirecheck worker`s at this server",
    labels: "with --queue: only by workers that have these labels",
  });
  addHandInOptions(command).addHelpText("after", help).action(ui);
}

const help = `
Examples:
  $ wirecheck ui tcp-echo my-folder/ --open
  $ wirecheck ui grades/ --open

The page of a class takes its language, policy and marks from the course file, as \`report\` does.
The page is for this machine's user alone. Ctrl-C ends it.`;

async function ui(first: string, handIn: string | undefined, flags: UiFlags, command: Command): Promise<void> {
  if (handIn !== undefined) {
    const [option] = [flags.readOnly && "--read-only", flags.queue && "--queue"].filter(Boolean);
    if (option) throw new UsageProblem(`${option} is for the page of a class: wirecheck ui GRADES ${option}`);
    const { uiCheck } = await import("./ui-check.ts");
    return uiCheck(first, handIn, flags);
  }
  const { uiDesk } = await import("./ui-desk.ts");
  return uiDesk(first, flags, command);
}

function parsePort(value: string): number {
  return wholeNumber(value, 1, 65_535) ?? refuse("give a number from 1 to 65535.");
}
