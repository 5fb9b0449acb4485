import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import { directions } from "./directions.ts";
import { forbiddenImports, importCircles } from "./import-direction.ts";

const files = globSync(["runner/**/*.ts", "reports/**/*.{ts,tsx}"], { ignore: ["**/samples/**"] });
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

it("keeps the project's imports in one direction", () => {
  const forbidden = forbiddenImports(sources, directions);
  const inEarnest = forbidden.filter(({ file, imported }) => !(file.endsWith(".test.ts") && isTestSupport(imported)));
  expect(inEarnest.map(({ file, line, imported }) => `${file}:${line} must not import ${imported}`)).toEqual([]);
});

it("has no files that import one another in a circle", () => {
  expect(importCircles(sources)).toEqual([]);
});

it("catches a circle of imports, those of types included", () => {
  const circle = new Map([
    ["runner/a.ts", 'import type { B } from "./b.ts";'],
    ["runner/b.ts", 'import { c } from "./c.ts";'],
    ["runner/c.ts", 'export * from "./a.ts";'],
    ["runner/d.ts", 'import "./a.ts";'],
  ]);
  expect(importCircles(circle)).toEqual([["runner/a.ts", "runner/b.ts", "runner/c.ts"]]);
});

function isTestSupport(file: string): boolean {
  return file.startsWith("tests/support/");
}

it("has directions without a circle: each part knows only parts above it in the table", () => {
  const parts = Object.keys(directions);
  const circular = parts.flatMap((part, index) =>
    (directions[part] ?? [])
      .filter((known) => known !== part)
      .filter((known) => !parts.slice(0, index).some((above) => known === above || known.startsWith(`${above}/`)))
      .map((known) => `${part} knows ${known}`),
  );
  expect(circular).toEqual([]);
});

it.each([
  ["a value", 'import { play } from "../cli/index.ts";'],
  ["a type", 'import type { Play } from "../cli/index.ts";'],
  ["a re-export", 'export * from "../cli/index.ts";'],
  ["a type in passing", 'type Play = import("../cli/index.ts").Play;'],
  ["a module when it is needed", 'const cli = await import("../cli/index.ts");'],
])("catches a forbidden import of %s", (_, source) => {
  const file = "runner/watch/look.ts";
  expect(forbiddenImports(new Map([[file, `import fs from "node:fs";\n${source}`]]), directions)).toEqual([
    { file, line: 2, imported: "runner/cli/index.ts" },
  ]);
});

it("lets a part import itself and what is written beside it in the table", () => {
  const source = 'import { look } from "./look.ts";\nimport type { Arena } from "../arena/arena.ts";\nimport "zod";';
  expect(forbiddenImports(new Map([["runner/steps/send.ts", source]]), directions)).toEqual([]);
});

it("lets a file that is nowhere in the table import nothing", () => {
  const source = 'import "./text.ts";';
  expect(forbiddenImports(new Map([["runner/stray.ts", source]]), directions)).toHaveLength(1);
});
