/**
 * Writes the files that are generated from the registries and schemas. With --check it writes nothing and exits with
 * status 1 when one of them is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { resultJsonSchema } from "../reports/json-schema.ts";
import { courseJsonSchema } from "../runner/class/course-json-schema.ts";
import { labsManual } from "../runner/manual/labs.ts";
import { referenceManual } from "../runner/manual/reference.ts";
import { lateJsonSchema } from "../runner/score/late-json-schema.ts";
import { labJsonSchema } from "../runner/spec/lab-json-schema.ts";
import { loadLab } from "../runner/spec/load-lab.ts";
import { findSamples } from "../runner/verify/find-samples.ts";

const [labSchema, resultSchema] = [labJsonSchema(), resultJsonSchema()];

const generated = {
  "api/lab.d.ts": await typesOf(labSchema, "LabFile"),
  "api/result.d.ts": await typesOf(resultSchema, "Result"),
  "course.schema.json": json(courseJsonSchema()),
  "lab.schema.json": json(labSchema),
  "late.schema.json": json(lateJsonSchema()),
  "result.schema.json": json(resultSchema),
  "docs/reference.md": referenceManual(),
  "docs/labs.md": labsManual(await Promise.all(readdirSync("specs").sort().map(provenLab))),
};

const stale = Object.entries(generated).filter(([file, text]) => read(file) !== text);

if (process.argv.includes("--check")) {
  for (const [file] of stale) console.error(`${file} is stale: \`npm run docs\` generates it again`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The types for consumers in TypeScript, which need none of our libraries. */
async function typesOf(schema: object, name: string): Promise<string> {
  const { title: _, ...untitled } = schema as { title?: string };
  const types = await compile(untitled as JSONSchema, name, { bannerComment: "", additionalProperties: false });
  return types.replaceAll(/\b_Schema0\b/g, "WrittenStep");
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function provenLab(id: string) {
  const file = `specs/${id}/lab.yaml`;
  const [lab, found] = [await loadLab(file), await findSamples(file)];
  if ("problems" in lab || "problems" in found) {
    throw new Error(`${id} has mistakes: \`wirecheck verify ${id}\` names them`);
  }
  return { lab: lab.value, samples: found.samples };
}
