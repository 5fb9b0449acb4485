import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadLab } from "./load-lab.ts";

it("takes a word of a lab by its earlier name", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-lab-"));
  try {
    const question = "{ id: one, points: 1, title: One, rubric: [All] }";
    await writeFile(
      join(folder, "lab.yaml"),
      `id: x\ntitle: X\npoints: 1\nunsteady: passes\nquestions: [${question}]\n`,
    );
    expect(await loadLab(join(folder, "lab.yaml"))).toMatchObject({ value: { flaky: "passes" } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
