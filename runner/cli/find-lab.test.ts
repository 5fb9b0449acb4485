import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { UsageProblem } from "../model/usage-problem.ts";
import { findLab, labIds } from "./find-lab.ts";

let labs: string;
beforeAll(async () => {
  labs = await mkdtemp(join(tmpdir(), "wirecheck-labs-"));
  for (const id of ["tcp-echo", "hello"]) {
    await mkdir(join(labs, id));
    await writeFile(join(labs, id, "lab.yaml"), "");
  }
  await mkdir(join(labs, "empty"));
});
afterAll(() => rm(labs, { recursive: true }));

it("lists the folders that hold a lab", async () => {
  expect(await labIds(labs)).toEqual(["hello", "tcp-echo"]);
});

it("finds a lab by its id, its folder and its file", async () => {
  const file = join(labs, "tcp-echo", "lab.yaml");
  expect(await findLab("tcp-echo", labs)).toBe(file);
  expect(await findLab(join(labs, "tcp-echo"), labs)).toBe(file);
  expect(await findLab(file, labs)).toBe(file);
});

it.each([
  ["tcp-ecko", "unknown lab `tcp-ecko`: did you mean `tcp-echo`? `wirecheck labs` lists them"],
  ["astronomy", "unknown lab `astronomy`: `wirecheck labs` lists them"],
  ["./nowhere/lab.yaml", "there is no lab at `./nowhere/lab.yaml`"],
])("says what to do about %s", async (name, message) => {
  await expect(findLab(name, labs)).rejects.toThrow(new UsageProblem(message));
});

it("says that a folder holds no lab", async () => {
  const folder = join(labs, "empty");
  await expect(findLab(folder, labs)).rejects.toThrow(`the folder \`${folder}\` holds no lab.yaml`);
});
