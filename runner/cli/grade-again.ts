import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ClassRun, Terms } from "../class/class-run.ts";
import { termsDigest } from "../class/fingerprint.ts";
import { gradeClass } from "../class/grade-class.ts";
import { type HandInPool, localPool } from "../class/hand-in-pool.ts";
import type { Store } from "../class/store.ts";
import type { Language } from "../model/text.ts";
import { setUpLibraries } from "../prepare/set-up-libraries.ts";
import { removeTree } from "../remove-tree.ts";
import type { Setup } from "../spec/lab.ts";
import { deskTexts } from "../texts/desk.ts";
import { Refused } from "../ui/desk/desk-setup.ts";
import { hurriedGraceMs } from "../worker/pool.ts";
import { withPool } from "../worker/with-pool.ts";
import { chooseTierForMarks } from "./choose-tier.ts";
import { handInsOfStudent } from "./grade-hand-ins.ts";
import { planIntake } from "./plan-intake.ts";
import { runOf } from "./plan-run.ts";
import type { QueueFlags } from "./queue-options.ts";
import { readLab } from "./read-lab.ts";
import type { ReportFlags } from "./report-options.ts";
import { sayLoss } from "./say-loss.ts";

interface Asked {
  store: Store;
  run: ClassRun;
  flags: ReportFlags &
    QueueFlags & { lang: Language; roster?: string; times?: string; owners?: string; timezone?: string };
  /** Libraries that the course file installs for hand-ins. */
  setup: Setup;
  student: string;
  signal: AbortSignal;
  /** Folder for temporary files. */
  scratch: string;
}

/**
 * Grades one student's hand-ins again, as `grade --student … --force` does, under the same terms as the class.
 *
 * @throws Refused when the terms are no longer the same
 */
export async function gradeAgain({ store, run, flags, setup, student, signal, scratch }: Asked): Promise<void> {
  if (run.source === undefined) throw new Refused(deskTexts.noSource);
  const { attempts, terms, lab: graded, source } = run;
  const written = await readLab(graded.file);
  const lab = { ...written, setup: { ...setup, ...written.setup } };
  const isQueued = flags.queue !== undefined;
  // Behind a queue it is the workers' machines that have the tier and the libraries.
  const tier = isQueued ? { tier: terms.tier, canWatch: terms.watch } : await chooseTierForMarks(terms.tier);
  try {
    if (!isQueued) await setUpLibraries(lab, () => {});
    const intake = await planIntake(source, scratch, { ...flags, attempts });
    const now = await runOf({
      ...{ lab, labName: graded.file, source, intake, store, tier },
      flags: {
        ...{ out: store.folder, attempts, seed: terms.seed, lang: terms.language, watch: terms.watch },
        ...(terms.program !== null && { program: terms.program }),
        ...(run.shard !== null && { shard: run.shard }),
      },
    });
    if (termsDigest(now.terms) !== termsDigest(terms)) throw new Refused(deskTexts.otherTerms);
    if (!isDeepStrictEqual(now.plan, run.plan)) await store.writeRun(now);
    const only = handInsOfStudent(student, now);
    const grade = (pool: HandInPool) =>
      gradeClass({
        ...{ lab, deliveries: intake.deliveries, run: now, store, signal, only, force: true, freshLaunches: false },
        ...{ pool, onDone() {} },
      });
    if (isQueued) return await throughQueue(now.terms, { store, flags, student, signal }, grade);
    const { watch } = now.terms;
    const workers = { tier: terms.tier, watch, scratch: join(scratch, "pool"), size: 2, onLoss: sayLoss, signal };
    await withPool(workers, (pool) => grade(localPool(pool, { signal, ...(tier.why && { tierReason: tier.why }) })));
  } finally {
    await removeTree(scratch, signal.aborted ? hurriedGraceMs / 2 : undefined);
  }
}

/** Its code is read only when there is a queue. */
async function throughQueue(
  terms: Terms,
  { store, flags, student, signal }: Pick<Asked, "store" | "flags" | "student" | "signal">,
  use: (pool: HandInPool) => Promise<void>,
): Promise<void> {
  const { openQueue } = await import("./open-queue.ts");
  const { pool, end } = await openQueue(terms, store, { ...flags, student });
  const giveUp = () => void end({ isWhole: false });
  signal.addEventListener("abort", giveUp);
  try {
    await use(pool);
  } finally {
    signal.removeEventListener("abort", giveUp);
    await end({ isWhole: false });
  }
}
