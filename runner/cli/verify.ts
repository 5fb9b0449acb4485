import { randomInt } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Progress } from "../../reports/terminal/progress.ts";
import { verificationReport } from "../../reports/terminal/verification.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import type { Verification } from "../model/verification.ts";
import { packageVersion } from "../package-root.ts";
import { loadLab } from "../spec/load-lab.ts";
import { findSamples } from "../verify/find-samples.ts";
import { keepAsFixture, keepAsKnown } from "../verify/mutants/keep.ts";
import { readKnownMutants } from "../verify/mutants/known.ts";
import { type LabToVerify, type VerifyOptions, verifyLabs } from "../verify/verify-labs.ts";
import { chooseSamples } from "./choose-samples.ts";
import type { TierChoice } from "./choose-tier.ts";
import { exitStatus } from "./exit-status.ts";
import { findLab, labIds } from "./find-lab.ts";
import { freshLaunchesOption, jobsOption, largestSeed, mutantsOption, seedOption, tierOption } from "./options.ts";
import { showSamples } from "./show-samples.ts";
import { inHelp } from "./speech.ts";
import { usesColour } from "./terminal.ts";
import { unusableLab } from "./unusable.ts";
import { verifyMutants } from "./verify-mutants.ts";
import { type PoolGrading, withPool } from "./with-pool.ts";

interface VerifyFlags {
  json?: string;
  seed: number;
  tier: TierChoice;
  freshLaunches?: boolean;
  sample?: string[];
  brief?: boolean;
  mutate?: boolean;
  mutants: number;
  keep?: string;
  known?: string;
  jobs: number;
  verbose?: boolean;
}

/** Adds `wirecheck verify`. */
export function addVerify(program: Command): void {
  program
    .command("verify")
    .description("check labs: correct programs get full marks, flawed ones fail the tests they must")
    .argument("[labs...]", "ids of labs, or paths of a lab.yaml or its folder (default: all that come with wirecheck)")
    .option(
      "--sample <names...>",
      "grade only these references and fixtures, <name> or <lab>/<name>; tests that none of them fails are then not reported",
    )
    .option("--brief", "run only the tests that a flawed program must fail and their gates")
    .option("--mutate", "make small mistakes in the references, one at a time, and list those that no test fails")
    .addOption(mutantsOption())
    .option("--keep <mutant=name>", "make a fixture of a listed mutant, such as python/server.py:12=forgets-names")
    .option("--known <mutant=reason>", "record in the lab's mutants.yaml that no test has to notice a mutant")
    .addOption(jobsOption())
    .option("--json <file>", "write all findings to a file; - for standard output instead of the report")
    .addOption(
      seedOption("use the random payloads of an earlier run again").default(randomInt(largestSeed), "a random one"),
    )
    .addOption(tierOption())
    .addOption(freshLaunchesOption())
    .option("-v, --verbose", "name each program as soon as it is graded")
    .addHelpText("after", inHelp(help))
    .action(verify);
}

const help = {
  en: `
A lab's programs are next to its lab.yaml: reference/<language>/ must get full marks, and
fixtures/<name>/ must fail exactly the tests that its expected.yaml names.

Examples:
  $ wirecheck verify
  $ wirecheck verify tcp-echo udp-echo --seed 7
  $ wirecheck verify labs/my-lab --json findings.json
  $ wirecheck verify labs/my-lab --sample python --mutate
  $ wirecheck verify labs/my-lab --keep python/server.py:12=forgets-names

Exit status: 0 the labs hold, 1 something falls short, 2 usage or lab error,
3 wirecheck or the machine failed`,
  id: `
Program sebuah lab ada di samping lab.yaml: reference/<bahasa>/ harus mendapat nilai penuh, dan
fixtures/<nama>/ harus gagal tepat di tes yang disebut expected.yaml-nya.

Contoh:
  $ wirecheck verify
  $ wirecheck verify tcp-echo udp-echo --seed 7
  $ wirecheck verify labs/my-lab --json temuan.json
  $ wirecheck verify labs/my-lab --sample python --mutate

Status keluar: 0 labnya benar, 1 ada yang kurang, 2 salah pakai atau lab keliru,
3 wirecheck atau mesin gagal`,
};

async function verify(names: readonly string[], flags: VerifyFlags): Promise<void> {
  const files = await Promise.all((names.length > 0 ? names : await labIds()).map((name) => findLab(name)));
  const all = await Promise.all(files.map(readLabAndSamples));
  const labs = flags.sample ? chooseSamples(all, flags.sample) : all;
  if (flags.keep !== undefined || flags.known !== undefined) return keepMutant(files, labs, flags);
  const found = await withPool(flags, (grading) => verifyAll(labs, grading, flags));
  if (flags.json !== undefined) {
    const written = `${JSON.stringify(found, null, 2)}\n`;
    if (flags.json === "-") process.stdout.write(written);
    else await writeFile(flags.json, written);
  }
  process.exitCode = statusOf(found);
}

async function keepMutant(
  files: readonly string[],
  labs: readonly LabToVerify[],
  { keep, known }: VerifyFlags,
): Promise<void> {
  const [[file, ...others], [lab]] = [files, labs];
  if (file === undefined || lab === undefined || others.length > 0)
    throw new UsageProblem("--keep and --known are about one lab: name it");
  const [, id = "", words = ""] = /^([^=]+)=(.+)$/s.exec(keep ?? known ?? "") ?? [];
  if (words === "")
    throw new UsageProblem("write the mutant, = and a name or a reason: python/server.py:12=forgets-names");
  if (keep !== undefined) {
    const folder = await keepAsFixture(lab.samples, id, words);
    process.stdout.write(`wrote ${folder}; name in its expected.yaml the test that must fail, and write that test\n`);
  } else process.stdout.write(`added to ${await keepAsKnown(file, lab.samples, id, words)}\n`);
}

async function readLabAndSamples(file: string): Promise<LabToVerify> {
  const read = await loadLab(file);
  if ("problems" in read) throw unusableLab(read.problems);
  const found = await findSamples(file);
  if ("problems" in found) throw unusableLab(found.problems);
  if (found.samples.length === 0 && read.value.tests.length > 0) {
    throw new UsageProblem(
      `the lab ${read.value.id} has no programs to check it with: put them into reference/ and fixtures/ next to it`,
    );
  }
  const known = await readKnownMutants(file);
  if ("problems" in known) throw unusableLab(known.problems);
  return { lab: read.value, samples: found.samples, knownMutants: known.value };
}

async function verifyAll(
  labs: readonly LabToVerify[],
  machine: PoolGrading,
  { seed, json, verbose, brief = false, freshLaunches = false, mutate = false, mutants }: VerifyFlags,
): Promise<Verification[]> {
  const grading = { language: "en" as const, seed, version: packageVersion(), freshLaunches, ...machine };
  const shown = showSamples(labs.flatMap(({ samples }) => samples).length, verbose);
  const proven = await verifyLabs(labs, { grading, brief, ...hooks(shown) }).finally(() => shown.done());
  const found = mutate ? await verifyMutants(proven, labs, { grading, most: mutants, verbose }) : proven;
  if (json !== "-") process.stdout.write(`${found.map(report).join("\n")}\n`);
  return found;
}

function hooks(shown: Progress): Pick<VerifyOptions, "onStart" | "onEnd"> {
  return {
    onStart: (lab, { name }) => shown.testStarted(`${lab.id}/${name}`),
    onEnd(lab, { name }, { complaints }, durationMs) {
      const status = complaints.length === 0 ? "passed" : "failed";
      shown.testFinished({ id: `${lab.id}/${name}`, status, durationMs });
    },
  };
}

function report(verification: Verification): string {
  const colour = usesColour(process.stdout);
  return verificationReport(verification, { language: "en", colour, width: process.stdout.columns ?? 80 });
}

function statusOf(found: readonly Verification[]): number {
  const complaints = found.flatMap(({ programs }) => programs.flatMap((program) => program.complaints));
  if (complaints.some(({ code }) => code === "undecided")) return exitStatus.failure;
  return found.every(({ holds }) => holds) ? exitStatus.fine : exitStatus.notFullMarks;
}
