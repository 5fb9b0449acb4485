import { once } from "node:events";
import { realpath } from "node:fs/promises";
import type { Command } from "commander";
import { Store } from "../class/store.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { removeTree } from "../remove-tree.ts";
import { makeScratch } from "../scratch.ts";
import { Again } from "../ui/desk/again.ts";
import { Desk } from "../ui/desk/desk.ts";
import { deskRoom } from "../ui/desk/desk-room.ts";
import { watchClass } from "../ui/desk/watch-class.ts";
import { tokenFor } from "../ui/token.ts";
import { labIds } from "./find-lab.ts";
import { interruption } from "./interruption.ts";
import { deskSetup } from "./open-desk.ts";
import { readRun } from "./report.ts";
import { sayFault, serveRoom } from "./serve-room.ts";
import { settle } from "./settle.ts";
import type { UiFlags } from "./ui-flags.ts";

/** `wirecheck ui GRADES`: the page of a class during and after grading. */
export async function uiDesk(folder: string, typed: UiFlags, command: Command): Promise<void> {
  const real = await realpath(folder).catch(() => null);
  const store = new Store(real ?? folder);
  if (real === null || (await store.whyUnreadable()) === "nothing-graded") await refuse(folder, real !== null);
  const { lab } = await readRun(store, store.folder);
  const { flags } = await settle(command, typed, { labId: lab.id, store, isSaid: false });
  const scratch = await makeScratch();
  const interrupted = interruption({ isUsualEnd: true });
  try {
    const setup = deskSetup({ store, command, flags, scratch });
    const desk = await Desk.open(setup);
    const again = new Again(desk, sayFault);
    const watching = await watchClass(desk);
    try {
      const server = await serveRoom(deskRoom(await tokenFor(["class", store.folder]), desk, again), flags);
      if (!interrupted.aborted) await once(interrupted, "abort");
      await server.close();
    } finally {
      await watching.close();
      await again.close();
      await desk.close();
      await setup.files.close();
    }
  } finally {
    await removeTree(scratch);
  }
}

/** A user who names only a lab has probably forgotten the hand-in. */
async function refuse(named: string, exists: boolean): Promise<never> {
  if ((await labIds()).includes(named))
    throw new UsageProblem(`give the hand-in, too: wirecheck ui ${named} MY-FOLDER`);
  if (!exists) throw new UsageProblem(`there is no folder ${named}`);
  throw new UsageProblem(`nothing has been graded into ${named}: run \`wirecheck grade … --out ${named}\` first`);
}
