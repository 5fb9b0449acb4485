import { once } from "node:events";
import { realpath } from "node:fs/promises";
import type { Command } from "commander";
import type { Language } from "../model/text.ts";
import { openThis } from "../texts/ui.ts";
import { SelfCheck } from "../ui/self-check.ts";
import { selfCheckRoom } from "../ui/self-check-room.ts";
import { openServer, PortTaken, type Room, type RunningServer } from "../ui/server.ts";
import { tokenFor } from "../ui/token.ts";
import { watchChanges } from "./changes.ts";
import { chooseTier } from "./choose-tier.ts";
import { gradingOptions } from "./grading-options.ts";
import { interruption } from "./interruption.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { addHandInOptions, type HandInFlags, refuse, wholeNumber } from "./options.ts";
import { checkNames, readLab } from "./read-lab.ts";
import { UsageProblem } from "./usage-problem.ts";

interface UiFlags extends HandInFlags {
  port?: number;
  open?: boolean;
}

/** Adds `wirecheck ui`. */
export function addUi(program: Command): void {
  const command = program
    .command("ui")
    .description("show in the browser what your program does while you write it")
    .argument("<lab>", "id of a lab (`wirecheck labs`), or path of a lab.yaml or its folder")
    .argument("<hand-in>", "a file or a folder")
    .option("--port <number>", "port of the page on 127.0.0.1", parsePort)
    .option("--open", "open the page in the browser");
  addHandInOptions(command)
    .addHelpText("after", "\nThe page is for this machine's user alone. Ctrl-C ends it.")
    .action(ui);
}

async function ui(labName: string, path: string, flags: UiFlags): Promise<void> {
  const lab = await readLab(labName);
  checkNames(lab, flags);
  const real = await realpath(path).catch(() => {
    throw new UsageProblem(`there is no file or folder ${path}`);
  });
  const grading = gradingOptions(flags, await chooseTier(flags.tier));
  const interrupted = interruption();
  const changes = await watchChanges(path);
  const check = new SelfCheck({ lab, path, ...grading }, sayFault);
  try {
    const room = selfCheckRoom(await tokenFor(["check", lab.id, real]), check);
    const server = await serve(room, flags);
    announce(server.addressOf(room), flags.open ?? false, flags.lang);
    check.begin("opened");
    while (!interrupted.aborted) {
      const saved = changes.next();
      await once(AbortSignal.any([saved, interrupted]), "abort");
      if (saved.aborted) check.begin("saved");
    }
    await server.close();
  } finally {
    await Promise.all([changes.close(), check.close()]);
  }
}

/** The usual port, so that a page that is still open finds its server again; where another program has it, any. */
async function serve(room: Room, { port }: UiFlags): Promise<RunningServer> {
  try {
    return await openServer([room], port ?? usualPort);
  } catch (fault) {
    if (!(fault instanceof PortTaken)) throw fault;
    if (port !== undefined) throw new UsageProblem(`port ${port} is taken: choose another --port, or leave it out`);
    return openServer([room], 0);
  }
}

const usualPort = 4747;

function announce(address: string, opens: boolean, language: Language): void {
  process.stdout.write(`${openThis(address)[language]}\n`);
  if (opens) openInBrowser(address);
}

function sayFault(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n`);
}

function parsePort(value: string): number {
  return wholeNumber(value, 1, 65_535) ?? refuse("give a number from 1 to 65535.");
}
