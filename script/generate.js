/**
 * Writes the files that are made from the compiled registries and schemas. With --check it writes nothing and exits with
 * status 1 when one of them is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resultJsonSchema } from "../dist/reports/json-schema.js";
import { labsManual } from "../dist/runner/manual/labs.js";
import { referenceManual } from "../dist/runner/manual/reference.js";
import { lateJsonSchema } from "../dist/runner/score/late-json-schema.js";
import { labJsonSchema } from "../dist/runner/spec/lab-json-schema.js";
import { loadLab } from "../dist/runner/spec/load-lab.js";
import { findSamples } from "../dist/runner/verify/find-samples.js";

const generated = {
  "lab.schema.json": json(labJsonSchema()),
  "late.schema.json": json(lateJsonSchema()),
  "result.schema.json": json(resultJsonSchema()),
  "docs/reference.md": referenceManual(),
  "docs/labs.md": labsManual(await Promise.all(readdirSync("specs").sort().map(provenLab))),
};

const stale = Object.entries(generated).filter(([file, text]) => read(file) !== text);

if (process.argv.includes("--check")) {
  for (const [file] of stale) console.error(`${file} is stale: \`npm run docs\` makes it anew`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function provenLab(id) {
  const file = `specs/${id}/lab.yaml`;
  const [lab, found] = [await loadLab(file), await findSamples(file)];
  for (const outcome of [lab, found]) {
    if ("problems" in outcome) throw new Error(`${id} has mistakes: \`wirecheck verify ${id}\` names them`);
  }
  return { lab: lab.value, samples: found.samples };
}
