import { expect, it } from "vitest";
import { lab as labSchema } from "./lab.ts";
import { describeProblem } from "./problem.ts";
import { readYamlText } from "./read-yaml.ts";
import { unrollSequences } from "./sequences.ts";

function read(sequences: string, steps: string) {
  const text = `id: sample
title: Sample
points: 1
programs:
  server: { kind: server, files: ["server.*"], port: { argument: 1 } }
sequences:
${sequences.trimEnd()}
tests:
  - id: only
    title: Only
    why: Only
    points: 1
    steps:
${steps.trimEnd()}
`;
  const outcome = readYamlText(text, labSchema, "lab.yaml", unrollSequences);
  return "problems" in outcome ? outcome.problems.map(describeProblem) : outcome.value.tests[0]?.steps;
}

const answer = { en: "Answer!", id: "Answer!" };

it("puts the steps of a sequence in the place of the step that plays it, with its values", () => {
  const sequences = `
  begin: [{ connect: alice }]
  asks:
    takes: [question, answer]
    steps:
      - send: { from: alice, text: "{len(question)} {question} {pad(n, 2)}" }
      - repeat: { times: 2, as: answer, steps: [{ send: { from: alice, text: "{answer}" } }] }
      - expect: { at: alice, matches: "^{answer}$" }
  all:
    - play: begin
    - play: { sequence: asks, each: [[a b, "\\\\d+"], [c, 5]] }`;
  expect(read(sequences, "      - { play: all, says: Answer! }\n      - close: alice")).toEqual([
    { connect: "alice", says: answer },
    { send: { from: "alice", text: "{len('a b')} a b {pad((1), 2)}" }, says: answer },
    { repeat: { times: 2, as: "answer", steps: [{ send: { from: "alice", text: "{answer}" } }] }, says: answer },
    { expect: { at: "alice", matches: "^\\d+$" }, says: answer },
    { send: { from: "alice", text: "{len('c')} c {pad((2), 2)}" }, says: answer },
    { repeat: { times: 2, as: "answer", steps: [{ send: { from: "alice", text: "{answer}" } }] }, says: answer },
    { expect: { at: "alice", matches: "^5$" }, says: answer },
    { close: "alice" },
  ]);
});

it("plays a sequence within other steps", () => {
  const steps = `
      - repeat: { times: 2, steps: [{ play: one }] }
      - together: [[{ play: one }], [{ wait: 1ms }, { play: one }]]`;
  const one = { connect: "client-{n}" };
  expect(read('  one: [{ connect: "client-{n}" }]', steps)).toEqual([
    { repeat: { times: 2, steps: [one] } },
    { together: [[one], [{ wait: "1ms" }, one]] },
  ]);
});

it.each([
  [
    "an unknown name",
    "  begin: [{ connect: alice }]",
    "      - play: begin\n      - play: begins",
    ["lab.yaml:15:15: unknown sequence `begins`: did you mean `begin`?"],
  ],
  [
    "a sequence that nobody plays",
    "  begin: [{ connect: alice }]",
    "      - connect: alice",
    ["lab.yaml:7:3: no test plays `begin`: remove it"],
  ],
  [
    "a circle",
    "  a: [{ play: b }]\n  b: [{ play: a }]",
    "      - play: a",
    ["lab.yaml:8:15: sequences play each other in a circle, a → b → a: remove one of these steps"],
  ],
  [
    "another number of values",
    "  asks: { takes: [question, answer], steps: [{ connect: alice }] }",
    "      - play: { sequence: asks, with: [one] }",
    ["lab.yaml:14:15: `asks` takes `question` and `answer`, and one is given"],
  ],
  [
    "a value that cannot be calculated with",
    '  asks: { takes: [x], steps: [{ set: { y: "{upper(x)}" } }] }',
    "      - play: { sequence: asks, with: it's }",
    ["lab.yaml:14:15: `asks` calculates with `x`: its value can have neither quotation marks nor braces nor line ends"],
  ],
  [
    "two ways to give values",
    "  asks: { takes: [x], steps: [{ wait: 1ms }] }",
    "      - play: { sequence: asks, with: a, each: [a] }",
    ["lab.yaml:14:15: `play` has both `with` and `each`: remove one of them"],
  ],
  [
    "a wrong step of a sequence, once",
    "  begin: [{ conect: alice }]",
    "      - play: begin\n      - play: begin",
    ["lab.yaml:7:13: unknown step `conect`: did you mean `connect`?"],
  ],
  [
    "a step that only its values make wrong",
    '  hears: { takes: [pattern], steps: [{ connect: alice }, { expect: { at: alice, matches: "{pattern}" } }] }',
    '      - play: { sequence: hears, with: "a(" }',
    ["lab.yaml:7:81: this is not a regular expression: missing closing ): `a(` (the sequence is played on line 14)"],
  ],
])("reports %s", (_, sequences, steps, problems) => {
  expect(read(sequences, steps)).toEqual(problems);
});
