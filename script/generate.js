/**
 * Writes the files that are made from the compiled registries and schemas. With --check it writes nothing and exits with
 * status 1 when one of them is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resultJsonSchema } from "../dist/reports/json-schema.js";
import { referenceManual } from "../dist/runner/manual/reference.js";
import { labJsonSchema } from "../dist/runner/spec/lab-json-schema.js";

const generated = {
  "lab.schema.json": json(labJsonSchema()),
  "result.schema.json": json(resultJsonSchema()),
  "docs/reference.md": referenceManual(),
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
