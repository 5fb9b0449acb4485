import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ClassPlan } from "../class/class-run.ts";
import { readDeliveries } from "../class/deliveries.ts";
import type { Delivery } from "../class/delivery.ts";
import { planClass } from "../class/plan-class.ts";
import { readOwners, type WrittenOwners } from "../class/read-owners.ts";
import { readTimezone } from "../class/read-policy.ts";
import { readTimes } from "../class/read-times.ts";
import { readRoster } from "../class/roster.ts";
import { sheetTimes } from "../class/sheet-times.ts";
import { Students } from "../class/students.ts";
import { archiveKindOf } from "../handin/archive-kind.ts";
import { ClosedArchive } from "../handin/archive-members.ts";
import { DamagedArchive } from "../handin/member.ts";
import type { StudentIdentity } from "../model/class-result.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { orThrow, readInput } from "./class-marking.ts";

/** The hand-ins of a class and their owners. */
export interface ClassIntake {
  deliveries: readonly Delivery[];
  plan: ClassPlan;
}

interface IntakeFlags {
  roster?: string;
  times?: string;
  owners?: string;
  policy?: string;
  sheet?: string;
  timezone?: string;
  attempts: "latest" | "best";
}

/**
 * Reads what a class has handed in.
 *
 * @throws UsageProblem when there is nothing to read, or with the lines that are wrong in the roster or the times
 */
export async function planIntake(source: string, scratch: string, flags: IntakeFlags): Promise<ClassIntake> {
  const roster =
    flags.roster === undefined ? null : orThrow("the roster", readRoster(flags.roster, await readInput(flags.roster)));
  const delivered = await deliveriesOf(source, join(scratch, "class"));
  const owners = await writtenOwners(delivered, roster, flags);
  const plan = planClass(delivered, roster, flags.attempts, owners);
  const deliveries = await withTimes(delivered, plan, flags);
  return { deliveries, plan: planClass(deliveries, roster, flags.attempts, owners) };
}

async function writtenOwners(
  deliveries: readonly Delivery[],
  roster: readonly StudentIdentity[] | null,
  { owners, attempts }: IntakeFlags,
): Promise<WrittenOwners> {
  if (owners === undefined) return new Map();
  const students = new Students(roster ?? planClass(deliveries, null, attempts).students);
  const paths = deliveries.map(({ path }) => path);
  return orThrow("the owners", readOwners(owners, await readInput(owners), students, paths));
}

/**
 * The hand-ins in a folder, or in an archive, which is unpacked into `scratch`.
 *
 * @throws UsageProblem when there are none
 */
export async function deliveriesOf(source: string, scratch: string): Promise<Delivery[]> {
  try {
    if ((await stat(source)).isFile()) await checkArchive(source);
    const deliveries = await readDeliveries(source, scratch);
    if (deliveries.length === 0) throw new UsageProblem(`${source} holds no hand-ins`);
    return deliveries;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") throw new UsageProblem(`there is no folder or archive ${source}`);
    if (error instanceof ClosedArchive)
      throw new UsageProblem(
        `${source} is a ${error.kind} archive that cannot be opened here: unpack it and give its folder`,
      );
    if (error instanceof DamagedArchive)
      throw new UsageProblem(`${basename(source)} cannot be read as an archive: ${error.message}`);
    throw error;
  }
}

async function checkArchive(source: string): Promise<void> {
  const kind = await archiveKindOf(source);
  if (kind === null) throw new UsageProblem(`${source} is neither a folder nor an archive of hand-ins`);
}

/** Adds submission times; a file given on the command line overrides the platform's own metadata. */
async function withTimes(
  deliveries: readonly Delivery[],
  plan: ClassPlan,
  { times, roster, sheet, policy, timezone }: IntakeFlags,
): Promise<Delivery[]> {
  const ofPolicy = policy === undefined ? null : orThrow("the policy", await readTimezone(policy)).timezone;
  const zone = ofPolicy ?? timezone ?? null;
  const paths = deliveries.map(({ path }) => path);
  const clocks = await clocksOf([times, sheet, roster], plan);
  const isList = times !== undefined && !clocks.sheets.includes(times);
  const said = isList ? readTimes(times, await readInput(times), new Students(plan.students), paths, zone) : null;
  const given = said && orThrow("the times", said);
  const handInsOf = new Map(plan.students.map(({ id, handIns }) => [id, handIns]));
  const timeOf = new Map<string, { submittedAt?: Date; clock?: string }>();
  for (const [id, clock] of clocks.byStudent)
    for (const key of handInsOf.get(id)?.slice(-1) ?? []) timeOf.set(key, { clock });
  for (const [id, submittedAt] of given?.byStudent ?? [])
    for (const key of handInsOf.get(id) ?? []) timeOf.set(key, { submittedAt });
  const keyOf = new Map(plan.handIns.map(({ key, path }) => [path, key]));
  return deliveries.map((delivery) => {
    const byPath = given?.byPath.get(delivery.path);
    return { ...delivery, ...timeOf.get(keyOf.get(delivery.path) ?? ""), ...(byPath && { submittedAt: byPath }) };
  });
}

/** When students handed in, from those files that are Moodle's worksheets; the first with a time for a student counts. */
async function clocksOf(files: readonly (string | undefined)[], { students }: ClassPlan) {
  const sheets: string[] = [];
  const byStudent = new Map<string, string>();
  for (const file of files) {
    const clocks = file === undefined ? null : sheetTimes(file, await readInput(file), students);
    if (file === undefined || clocks === null) continue;
    sheets.push(file);
    for (const [id, clock] of clocks) if (!byStudent.has(id)) byStudent.set(id, clock);
  }
  return { sheets, byStudent };
}
