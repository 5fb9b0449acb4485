import { join } from "node:path";
import type { Command } from "commander";
import type { Store } from "../class/store.ts";
import { ownMarksFile } from "../class/write-marks.ts";
import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import type { DeskSetup, Reading } from "../ui/desk/desk-setup.ts";
import { HandInFiles } from "../ui/desk/hand-in-files.ts";
import { readMarking } from "./class-marking.ts";
import { gradeAgain } from "./grade-again.ts";
import { deliveriesOf } from "./plan-intake.ts";
import type { QueueFlags } from "./queue-options.ts";
import { readLab } from "./read-lab.ts";
import { readRun } from "./report.ts";
import type { ReportFlags } from "./report-options.ts";
import { settle } from "./settle.ts";

interface Opened {
  store: Store;
  command: Command;
  flags: QueueFlags & { lang: Language; readOnly?: boolean };
  /** Folder for temporary files. */
  scratch: string;
}

/** Everything `ui` needs to show a graded class: the files of its folder, and the inputs of later reports. */
export function deskSetup({ store, command, flags, scratch }: Opened): DeskSetup {
  const settled = async (isSaid: boolean) => {
    const run = await readRun(store, store.folder);
    const { flags: all, setup } = await settle(command, flags as Opened["flags"] & ReportFlags, {
      ...{ labId: run.lab.id, store, isSaid },
    });
    return { run, flags: all, setup };
  };
  let isSaid = true;
  let count = 0;
  return {
    ...{ store, language: flags.lang, isReadOnly: flags.readOnly ?? false },
    files: new HandInFiles(async () => {
      const { source } = await readRun(store, store.folder);
      if (source === undefined) throw new UsageProblem("it is not known where the hand-ins are");
      return deliveriesOf(source, join(scratch, `class-${count++}`));
    }, scratch),
    async read(): Promise<Reading> {
      const { run, flags: all } = await settled(isSaid);
      isSaid = false;
      const lab = await readLab(run.lab.file);
      const marksFile = all.marks ?? ownMarksFile(store.folder);
      const inputs = [marksFile, ...(all.policy === undefined ? [] : [all.policy])];
      return { run, marking: await readMarking(lab, run.plan.students, all), marksFile, inputs };
    },
    async useMarks() {
      const { marks, ...others } = await store.readSettings();
      if (marks?.value === "none") await store.writeSettings(others);
    },
    gradeAgain: async (student, signal) =>
      gradeAgain({ ...(await settled(false)), store, student, signal, scratch: join(scratch, `again-${count++}`) }),
  };
}
