import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { execa } from "execa";
import { type Result, result, type TestResult } from "../runner/model/result.ts";
import { drawn } from "../runner/verify/mutants/drawn.ts";
import { javascriptMutator } from "../runner/verify/mutants/javascript.ts";
import type { Mutant } from "../runner/verify/mutants/mutator.ts";
import { pythonMutator } from "../runner/verify/mutants/python.ts";

/**
 * Prints the explanations of small mistakes in the references, for a person who checks whether they are true:
 *
 *     npm run mutant-causes -- [count] [seed] [part/parts]
 */

interface Planned {
  lab: string;
  folder: string;
  file: string;
  mutant: Mutant;
}

const [count = "200", seed = "1", part = "1/1"] = process.argv.slice(2);
const [which = 1, of = 1] = part.split("/").map(Number);
const command = join(import.meta.dirname, "../dist/bin/wirecheck.js");
const references = join(import.meta.dirname, "../reference");

const chosen = drawn(await allMutants(), Number(count), seed).filter((_, at) => at % of === which - 1);
for (const [at, planned] of chosen.entries()) process.stdout.write(`${await told(planned, at + 1)}\n`);

async function allMutants(): Promise<Planned[]> {
  const all: Planned[] = [];
  for (const lab of (await readdir(references)).sort()) {
    for (const language of (await readdir(join(references, lab))).sort()) {
      const folder = join(references, lab, language);
      for (const file of (await readdir(folder)).sort()) {
        const mutator = [pythonMutator, javascriptMutator].find((each) => each.extensions.includes(extname(file)));
        const made = mutator && (await mutator.mutate(await readFile(join(folder, file), "utf8"), file));
        if (Array.isArray(made)) all.push(...made.map((mutant) => ({ lab, folder, file, mutant })));
      }
    }
  }
  return all;
}

async function told({ lab, folder, file, mutant }: Planned, number: number): Promise<string> {
  const { line, removed, added, source } = mutant;
  const place = await mkdtemp(join(tmpdir(), "wirecheck-mutant-"));
  try {
    await cp(folder, place, { recursive: true });
    await writeFile(join(place, file), source);
    const run = await execa("node", [command, "check", lab, place, "--seed", "7", "--json", "-"], { reject: false });
    const change = [...removed.map((words) => `  - ${words.trim()}`), ...added.map((words) => `  + ${words.trim()}`)];
    const heading = `## ${number} ${lab} ${basename(folder)}/${file}:${line}`;
    const causes = run.stdout.startsWith("{") ? causesOf(result.parse(JSON.parse(run.stdout))) : [run.stderr];
    return [heading, ...change, ...causes].join("\n");
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Each cause once, with the tests that have it. */
function causesOf({ tests }: Result): string[] {
  const groups = new Map<string, TestResult[]>();
  for (const test of tests.filter(({ status }) => status === "failed" || status === "error")) {
    const { status, failure, diagnosis } = test;
    const key = [status, failure?.code, diagnosis?.code, diagnosis?.name?.en].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return [...groups].flatMap(([key, [first, ...others]]) => {
    const ids = [first, ...others].map((test) => test?.id).join(", ");
    const { diagnosis, failure, message } = first ?? {};
    const said = diagnosis ? [`    ${diagnosis.saw.en}`, `    > ${diagnosis.look.en}`] : [`    no cause: ${message}`];
    return [`  [${ids}] ${key}`, ...said, ...(failure?.did ? [`    in: ${failure.did}`] : [])];
  });
}
