import type { Command } from "commander";
import { UsageProblem } from "../model/usage-problem.ts";
import { addHandInOptions, refuse, wholeNumber } from "./options.ts";
import { addQueueOptions } from "./queue-options.ts";
import { inHelp } from "./speech.ts";
import type { UiFlags } from "./ui-flags.ts";

/** Adds `wirecheck ui`. */
export function addUi(program: Command): void {
  const command = program
    .command("ui")
    .alias("serve")
    .description("show in the browser how your program does while you write it, or a class while it is graded")
    .argument("<lab-or-grades>", "id or path of a lab; or the folder that `wirecheck grade` writes to")
    .argument("[hand-in]", "a file or a folder")
    .option("--port <number>", "port of the page on 127.0.0.1", parsePort)
    .option("--open", "open the page in the browser")
    .option("--read-only", "for a class: show the page without any way to change something");
  addQueueOptions(command, {
    queue: "for a class: grade again by every `wirecheck worker` at this server",
    labels: "with --queue, grade only on workers that have these labels",
  });
  addHandInOptions(command).addHelpText("after", inHelp(help)).action(ui);
}

const help = {
  en: `
Examples:
  $ wirecheck ui tcp-echo my-folder/ --open
  $ wirecheck ui grades/ --open

The page of a class takes its language, policy and marks from the course file, as \`report\` does.
Only this machine's user can open the page. Ctrl-C ends it.`,
  id: `
Contoh:
  $ wirecheck ui tcp-echo folder-saya/ --open
  $ wirecheck ui grades/ --open

Halaman kelas memakai bahasa, aturan keterlambatan, dan nilai dari berkas mata kuliah, seperti \`report\`.
Halaman hanya dapat dibuka oleh pengguna mesin ini. Ctrl-C mengakhirinya.`,
};

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
