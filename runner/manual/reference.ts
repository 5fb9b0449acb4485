import type * as z from "zod";
import { courseFile, courseFileName, courseLab } from "../class/course.ts";
import { causes } from "../diagnose/index.ts";
import { launchers } from "../launchers/index.ts";
import type { Launcher } from "../launchers/launcher.ts";
import { percentPenalty, pointsPenalty, rounding, writtenPolicy } from "../score/policy.ts";
import { lab, limits, program, question, sequence, test } from "../spec/lab.ts";
import { steps } from "../spec/step-language.ts";
import { world } from "../spec/world.ts";
import { namedPayload } from "../steps/support/payload.ts";
import { fieldTable } from "./field-table.ts";

/** The manual of the lab language, the languages, the diagnoses, the late policy and the course file, made from their registries. */
export function referenceManual(): string {
  return `${[title, labSection(), stepSection(), languageSection(), diagnosisSection(), lateSection(), courseSection()].join("\n\n")}\n`;
}

const title = `# Reference

Generated from the registries of wirecheck; do not edit it: change those and run \`npm run docs\`.`;

function labSection(): string {
  return `## The lab file\n\n${tables([
    ["A lab", lab],
    ["A program", program],
    ["A world", world],
    ["A test", test],
    ["A sequence", sequence],
    ["A question", question],
    ["Limits", limits],
    ["A named payload", namedPayload],
  ])}`;
}

function lateSection(): string {
  return `## The late policy\n\n${tables([
    ["A policy", writtenPolicy],
    ["A penalty in per cent", percentPenalty],
    ["A penalty in points", pointsPenalty],
    ["Rounding", rounding],
  ])}`;
}

function courseSection(): string {
  return `## The course file\n\n\`${courseFileName}\` is looked for in the working folder and in those above it.\n\n${tables(
    [
      ["A course", courseFile],
      ["A lab of it", courseLab],
    ],
  )}`;
}

function tables(parts: readonly [string, z.ZodType][]): string {
  return parts.map(([name, schema]) => `### ${name}\n\n${fieldTable(schema)}`).join("\n\n");
}

function stepSection(): string {
  const entries = Object.entries(steps).map(([word, step]) => {
    const fields = fieldTable(step.schema);
    return `### ${word}\n\n${step.summary}\n\n\`\`\`yaml\n${step.example}\n\`\`\`${fields && `\n\n${fields}`}`;
  });
  return `## Steps\n\n${entries.join("\n\n")}`;
}

function languageSection(): string {
  const rows = Object.values<Launcher>(launchers).map(({ title: name, extensions, tools }) => {
    const packages = Object.values(tools).map((tool) => (tool.bundled ? "comes with wirecheck" : tool.package));
    return `| ${name} | ${extensions.join(" ") || "–"} | ${[...new Set(packages)].join(", ") || "–"} |`;
  });
  return `## Languages\n\n| language | files | Debian package |\n|---|---|---|\n${rows.join("\n")}`;
}

function diagnosisSection(): string {
  const rows = Object.entries(causes).map(([code, { name, idea }]) => `| \`${code}\` | ${name.en} | ${idea.en} |`);
  return `## Diagnoses\n\n| code | name | the idea behind it |\n|---|---|---|\n${rows.join("\n")}`;
}
