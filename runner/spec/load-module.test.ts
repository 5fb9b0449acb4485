import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { loadModule } from "./load-module.ts";

it("plays functions of a sequence where they were written", async () => {
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-module-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "written.mjs");
  const test = '{ title: "x", why: "x", points: 1, steps: [{ play: "greet" }] }';
  await writeFile(
    file,
    `import { defineLab } from "wirecheck";
    async function shouts(play) {}
    export default defineLab({ id: "shout", title: "Shout", points: 2,
      programs: { server: { kind: "server", files: ["server.*"], port: { argument: 1 } } },
      sequences: { greet: [{ connect: "alice" }, shouts] },
      tests: [{ id: "a", gate: true, ...${test} }, { id: "b", ...${test} }] });`,
  );
  const loaded = await loadModule(file, async () => folder);
  const call = { call: { module: join(folder, "lab.mjs"), at: "sequences.greet.1", name: "shouts" } };
  expect(loaded).toMatchObject({
    value: {
      tests: [
        { id: "a", steps: [{ connect: "alice" }, call] },
        { id: "b", needs: ["a"], steps: [{ connect: "alice" }, call] },
      ],
    },
  });
});
