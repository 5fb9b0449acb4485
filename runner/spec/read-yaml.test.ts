import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { oneKeyMap } from "./one-key-map.ts";
import { describeProblem } from "./problem.ts";
import { readYaml, readYamlText } from "./read-yaml.ts";

const payload = z.union([
  z.strictObject({ from: z.string(), text: z.string(), pieces: z.int().min(1).optional() }),
  z.strictObject({ from: z.string(), hex: z.string().regex(/^[0-9a-f]*$/, "must be hexadecimal digits") }),
]);
const stepRegistry = {
  connect: z.union([z.string(), z.strictObject({ name: z.string(), host: z.string().optional() })]),
  send: payload,
  expect: z
    .strictObject({ at: z.string(), text: z.string().optional(), hex: z.string().optional() })
    .refine(({ text, hex }) => (text === undefined) !== (hex === undefined), "give exactly one of text, hex"),
  close: z.string(),
  together: z.lazy(() => z.array(z.array(step))),
};
const step: z.ZodType = z.lazy(() => oneKeyMap(stepRegistry, "step"));
const test = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/, "must be small letters and hyphens"),
  points: z.number().min(0),
  visibility: z.enum(["visible", "hidden"]).optional(),
  optional: z.boolean().optional(),
  needs: z.array(z.string()).optional(),
  limit: z.union([z.literal("none"), z.number()]).optional(),
  wait: z
    .string()
    .regex(/^\d+ms$/, "write a time with its unit, such as 15ms")
    .optional(),
  steps: z.array(step).min(1),
});
const lab = z.strictObject({
  id: z.string().min(1),
  title: z.strictObject({ en: z.string(), id: z.string() }),
  programs: z
    .record(z.string().regex(/^[a-z]+$/, "must be small letters"), z.strictObject({ port: z.int() }))
    .optional(),
  tests: z.array(test),
});

function read(...lines: string[]): string[] {
  const outcome = readYamlText(lines.join("\n"), lab, "lab.yaml");
  return "problems" in outcome ? outcome.problems.map(describeProblem) : [];
}

/** A lab that is right but for the lines of its one test. */
function inTest(...lines: string[]): string[] {
  return read("id: x", "title: { en: X, id: X }", "tests:", ...lines.map((line) => `  ${line}`));
}

/** A lab that is right but for the lines of its steps. */
function inSteps(...lines: string[]): string[] {
  return inTest("- id: a", "  points: 1", "  steps:", ...lines.map((line) => `    ${line}`));
}

it("reads a file that is right", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-spec-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "lab.yaml");
  await writeFile(file, "id: x\ntitle: { en: X, id: X }\ntests: []\n");
  const outcome = await readYaml(file, lab);
  if ("problems" in outcome) throw new Error(outcome.problems.map(describeProblem).join("\n"));
  expect(outcome.value).toEqual({ id: "x", title: { en: "X", id: "X" }, tests: [] });
  expect(outcome.locate(["title", "id"])).toEqual({ line: 2, column: 21 });
  expect(outcome.locate(["title", "id"], "key")).toEqual({ line: 2, column: 17 });
});

it("says that a file is not there", async () => {
  expect(await readYaml("/nowhere/lab.yaml", lab)).toEqual({
    problems: [{ file: "/nowhere/lab.yaml", line: 1, column: 1, message: "there is no such file", path: [] }],
  });
});

it.each<[what: string, lines: string[], problems: string[]]>([
  ["an empty file", [""], ["1:1: the file is empty"]],
  ["a list for a map", ["- a"], ["1:1: the file must be a map, not a list"]],
  [
    "keys that are missing",
    ["id: x", "title: { en: X }"],
    ["1:1: the file lacks `tests`: add it", "2:1: `title` lacks `id`: add it"],
  ],
  [
    "a misspelt key, told once",
    ["id: x", "titel: { en: X, id: X }", "tests: []"],
    ["2:1: unknown key `titel`: did you mean `title`?"],
  ],
  [
    "a key out of nowhere",
    ["id: x", "title: { en: X, id: X }", "tests: []", "weather: fine"],
    ["4:1: unknown key `weather`: write `id`, `title`, `programs` or `tests`"],
  ],
  [
    "a comma in a text",
    ["id: x", "title: { en: One, two and three, id: X }", "tests: []"],
    ["2:19: `two and three` reads as a key: put a text with a comma in quotation marks"],
  ],
  [
    "a number for a text",
    ["id: 7", "title: { en: X, id: X }", "tests: []"],
    ["1:5: `id` must be a text, not a whole number: put it in quotation marks"],
  ],
  ["an empty text", ['id: ""', "title: { en: X, id: X }", "tests: []"], ["1:5: `id` must not be empty"]],
  [
    "a name of a program that is not one",
    ["id: x", "title: { en: X, id: X }", "programs:", "  Server: { port: 1 }", "  client: { port: 1.5 }", "tests: []"],
    ["4:3: `Server` is not a good name: it must be small letters", "5:19: `port` must be a whole number, not a number"],
  ],
  [
    "a map for a list",
    ["id: x", "title: { en: X, id: X }", "tests:", "  id: a"],
    ["3:1: `tests` must be a list, not a map: write `- ` before each item"],
  ],
  [
    "a key written twice, besides everything else",
    ["id: x", "id: y", "title: { en: X, id: X }", "tests: none"],
    ["2:1: `id` is written twice: keep one of them", "4:8: `tests` must be a list, not a text: write `[none]`"],
  ],
  ["a tab", ["id: x", "title:", "\ten: X"], ["3:1: a tab cannot indent YAML: use spaces"]],
  [
    "a bracket that is not closed",
    ["id: x", "tests: [a, b"],
    ["2:13: a quotation mark or bracket that was opened is not closed, or a `:` or `,` is missing"],
  ],
  [
    "wrong indentation",
    ["title:", "    en: X", "  id: X"],
    ["3:1: this line's indentation does not match the lines above it: align it with them"],
  ],
  [
    "a colon in a text",
    ["id: a: b"],
    ["1:5: a second `: ` on this line, or deeper lines below a value: put the text in quotation marks, or indent less"],
  ],
  ["a forgotten space", ["id:x", "tests: []"], ["1:1: this line has no `: ` after its key: write `key: value`"]],
  [
    "an alias that was meant as a text",
    ["id: *x"],
    ["1:5: `*x` is used here but never defined: put a text that begins with * in quotation marks"],
  ],
  [
    "a tag that was meant as a text",
    ["id: !x", "title: { en: X, id: X }", "tests: []"],
    ["1:5: a text cannot begin with !: put the text in quotation marks"],
  ],
  ["a list for a key", ["[a]: 1"], ["1:1: a key must be a plain word, not a list or a map: put it in quotation marks"]],
  [
    "a second document",
    ["id: x", "---", "id: y"],
    ["2:1: a second document begins at this `---`: keep one document in the file"],
  ],
  [
    "aliases that multiply",
    ["a: &a [x, x]", ...[..."bcdefghij"].map((name, i) => `${name}: &${name} [${`*${"abcdefghi"[i]}, `.repeat(9)}]`)],
    ["1:1: this is nested too deeply, or repeats itself too often, to be read: simplify it"],
  ],
  [
    "nesting without end",
    ["[".repeat(100_000)],
    ["1:1: this is nested too deeply, or repeats itself too often, to be read: simplify it"],
  ],
])("%s", (_, lines, problems) => {
  expect(read(...lines)).toEqual(problems.map((problem) => `lab.yaml:${problem}`));
});

it.each<[what: string, lines: string[], problems: string[]]>([
  [
    "a number in quotation marks",
    ["- id: a", '  points: "8"', "  steps: [{ close: a }]"],
    ["5:13: `points` must be a number, not a text: remove the quotation marks"],
  ],
  [
    "nothing after the colon",
    ["- id: a", "  points:", "  steps: [{ close: a }]"],
    ["5:5: `points` has no value: write a number"],
  ],
  [
    "a number too small",
    ["- id: a", "  points: -3", "  steps: [{ close: a }]"],
    ["5:13: `points` must be at least 0, not -3"],
  ],
  ["an empty list", ["- id: a", "  points: 1", "  steps: []"], ["6:12: `steps` must have at least 1 item, not 0"]],
  [
    "a misspelt choice",
    ["- id: a", "  points: 1", "  visibility: hiden", "  steps: [{ close: a }]"],
    ["6:17: `visibility` must be `visible` or `hidden`, not `hiden`: did you mean `hidden`?"],
  ],
  [
    "yes for true",
    ["- id: a", "  points: 1", "  optional: yes", "  steps: [{ close: a }]"],
    ["6:15: `optional` must be true or false, not a text: write `true`"],
  ],
  [
    "a message of the schema's own",
    ["- id: a", "  points: 1", "  wait: '15'", "  steps: [{ close: a }]"],
    ["6:11: `wait`: write a time with its unit, such as 15ms"],
  ],
  [
    "neither of two kinds",
    ["- id: a", "  points: 1", "  limit: [1]", "  steps: [{ close: a }]"],
    ["6:12: `limit` must be `none` or a number, not a list"],
  ],
  [
    "a wrong item",
    ["- id: a", "  points: 1", "  needs: [b, 2]", "  steps: [{ close: a }]"],
    ["6:16: item 2 of `needs` must be a text, not a whole number: put it in quotation marks"],
  ],
  [
    "everything at once, in the order of the lines",
    ["- id: A B", "  pionts: 1", "  steps: [{ close: a }]", "- points: x"],
    [
      "4:9: `id` must be small letters and hyphens",
      "5:5: unknown key `pionts`: did you mean `points`?",
      "7:5: item 2 of `tests` lacks `id`: add it",
      "7:5: item 2 of `tests` lacks `steps`: add it",
      "7:13: `points` must be a number, not a text",
    ],
  ],
])("in a test: %s", (_, lines, problems) => {
  expect(inTest(...lines)).toEqual(problems.map((problem) => `lab.yaml:${problem}`));
});

it.each<[what: string, lines: string[], problems: string[]]>([
  ["a misspelt step", ["- conect: alice"], ["7:9: unknown step `conect`: did you mean `connect`?"]],
  [
    "a step out of nowhere",
    ["- dance: alice"],
    ["7:9: unknown step `dance`: write `connect`, `send`, `expect`, `close` or `together`"],
  ],
  ["a step without a colon", ["- close alice"], ["7:9: a step needs a colon and a space after its name: `close: …`"]],
  [
    "two steps in one",
    ["- connect: alice", "  close: alice"],
    ["7:9: a step has exactly one key, this one has `connect` and `close`: begin each step with `- `"],
  ],
  [
    "what belongs to a step, not indented",
    ["- send:", "  from: alice", "  text: x"],
    ["7:9: indent `from` and `text` further: they belong to `send`"],
  ],
  ["a step that is a list", ["- [connect, alice]"], ["7:9: a step must be a map such as `connect: …`, not a list"]],
  [
    "a misspelt key in a step of many forms",
    ["- send: { from: alice, txt: x }"],
    ["7:30: unknown key `txt`: did you mean `text`?"],
  ],
  [
    "the form whose keys were used decides",
    ["- send: { from: alice, hex: XY }"],
    ["7:35: `hex` must be hexadecimal digits"],
  ],
  ["parts that do not fit together", ["- expect: { at: alice }"], ["7:17: `expect`: give exactly one of text, hex"]],
  [
    "parts that do not fit together because one is misspelt",
    ["- expect: { at: alice, txt: x }"],
    ["7:30: unknown key `txt`: did you mean `text`?"],
  ],
  [
    "a wrong value in the form that was used",
    ["- send: { from: alice, text: x, pieces: 0 }"],
    ["7:47: `pieces` must be at least 1, not 0"],
  ],
  ["neither a name nor a map", ["- connect: 5"], ["7:18: `connect` must be a text or a map, not a whole number"]],
  [
    "a step inside steps",
    ["- together:", "    - - connect: alice", "      - clsoe: alice"],
    ["9:15: unknown step `clsoe`: did you mean `close`?"],
  ],
])("in a step: %s", (_, lines, problems) => {
  expect(inSteps(...lines)).toEqual(problems.map((problem) => `lab.yaml:${problem}`));
});

it("describes the steps to editors as JSON Schema", () => {
  const { $defs, ...schema } = z.toJSONSchema(test, { io: "input" });
  expect(JSON.stringify([schema, $defs])).toContain('"required":["connect"]');
});
