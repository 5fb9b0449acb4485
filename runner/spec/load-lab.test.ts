import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadLab } from "./load-lab.ts";
import { describeProblem } from "./problem.ts";

const sample = `
id: sample
title: { en: Sample, id: Contoh }
points: 10
programs:
  server: { kind: server, files: ["server.*"], port: { flag: --port }, host: localhost }
tests:
  - id: echo
    title: { en: Echo, id: Gema }
    why: { en: A server answers., id: Server menjawab. }
    points: 10
    steps:
      - connect: alice
      - send: { from: alice, text: "Halo" }
      - expect: { at: alice, text: "Halo" }
      - close: alice
`;

async function load(text: string) {
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-lab-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "lab.yaml");
  await writeFile(file, text);
  const outcome = await loadLab(file);
  return "problems" in outcome
    ? outcome.problems.map((problem) => describeProblem({ ...problem, file: "lab.yaml" }))
    : outcome.value.id;
}

it("loads a lab that is right", async () => {
  expect(await load(sample)).toBe("sample");
});

it("names every slip in the language of the lab", async () => {
  const slips = sample
    .replace("kind: server", "kind: sever")
    .replace("files:", "file:")
    .replace("- connect:", "- conect:")
    .replace("{ at: alice, text", "{ att: alice, text")
    .replace("points: 10\n    steps", "points: ten\n    steps");
  expect(await load(slips)).toMatchInlineSnapshot(`
    [
      "lab.yaml:6:19: \`kind\` must be \`server\`, \`client\` or \`program\`, not \`sever\`: did you mean \`server\`?",
      "lab.yaml:6:26: unknown key \`file\`: did you mean \`files\`?",
      "lab.yaml:11:13: \`points\` must be a number, not a text",
      "lab.yaml:13:9: unknown step \`conect\`: did you mean \`connect\`?",
      "lab.yaml:15:19: unknown key \`att\`: did you mean \`at\`?",
    ]
  `);
});

it("checks that the parts of a lab fit together", async () => {
  expect(await load(sample.replace("    steps:", "    needs: [starts]\n    steps:"))).toEqual([
    "lab.yaml:12:13: unknown test `starts`: there is none",
  ]);
});

it("tells all at once: what has the wrong form, and how the rest fits together", async () => {
  const slips = sample
    .replace("    title: { en: Echo, id: Gema }", "    tilte: Echo\n    needs: [starts]")
    .replace("- connect: alice", "- connect: alice\n      - close: alcie")
    .replace("- expect:", "- exepct:");
  expect(await load(slips)).toEqual([
    "lab.yaml:9:5: unknown key `tilte`: did you mean `title`?",
    "lab.yaml:10:13: unknown test `starts`: there is none",
    "lab.yaml:15:16: no peer is named `alcie`: did you mean `alice`?",
    "lab.yaml:17:9: unknown step `exepct`: did you mean `expect`?",
  ]);
});

it("says nothing of sums where points are faulty, nor of the rest where programs are", async () => {
  expect(await load(sample.replace("points: 10\n    steps", "points: ten\n    steps"))).toHaveLength(1);
  const slips = sample.replace("kind: server", "kind: sever").replace("close: alice", "close: alcie");
  expect(await load(slips)).toHaveLength(1);
  expect(
    await load(`${sample.split("    steps:")[0]}    steps: []
`),
  ).toEqual(["lab.yaml:12:12: `steps` must have at least 1 item, not 0"]);
});
