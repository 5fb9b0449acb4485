import { once } from "node:events";
import { realpath } from "node:fs/promises";
import { UsageProblem } from "../model/usage-problem.ts";
import { SelfCheck } from "../ui/self-check.ts";
import { selfCheckRoom } from "../ui/self-check-room.ts";
import { tokenFor } from "../ui/token.ts";
import { watchChanges } from "./changes.ts";
import { chooseTier } from "./choose-tier.ts";
import { gradingOptions } from "./grading-options.ts";
import { interruption } from "./interruption.ts";
import { checkNames, readLab } from "./read-lab.ts";
import { sayFault, serveRoom } from "./serve-room.ts";
import type { UiFlags } from "./ui-flags.ts";

/** `wirecheck ui LAB PATH`: the page on which a student's own program is checked at each save. */
export async function uiCheck(labName: string, path: string, flags: UiFlags): Promise<void> {
  const lab = await readLab(labName);
  checkNames(lab, flags);
  const real = await realpath(path).catch(() => {
    throw new UsageProblem(`there is no file or folder ${path}`);
  });
  const grading = gradingOptions(flags, await chooseTier(flags.tier));
  const interrupted = interruption({ isUsualEnd: true });
  const changes = await watchChanges(path);
  const check = new SelfCheck({ lab, path, ...grading }, sayFault);
  try {
    const server = await serveRoom(selfCheckRoom(await tokenFor(["check", lab.id, real]), check), flags);
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
