import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { CourseKey, keyVariable, readCourseKey } from "./course-key.ts";

const secret = "0123456789abcdef0123456789abcdef";

it("verifies what was signed with the same key, for the same purpose, cut in the same places", () => {
  const key = new CourseKey(secret);
  const signature = key.sign("result", "id-1", Buffer.from("bytes"));
  expect(key.verifies(signature, "result", "id-1", Buffer.from("bytes"))).toBe(true);
  expect(key.verifies(signature, "order", "id-1", Buffer.from("bytes"))).toBe(false);
  expect(key.verifies(signature, "result", "id-1b", Buffer.from("ytes"))).toBe(false);
  expect(key.verifies(signature, "result", "id-2", Buffer.from("bytes"))).toBe(false);
  expect(key.verifies("", "result", "id-1", Buffer.from("bytes"))).toBe(false);
  expect(new CourseKey(`${secret}0`).verifies(signature, "result", "id-1", Buffer.from("bytes"))).toBe(false);
});

it("takes the key from a file or the variable, and leaves it to no process that is started later", async () => {
  const folder = await mkdtemp(join(tmpdir(), "course-key-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "course.key");
  await writeFile(file, `${secret}\n`);
  const environment = { [keyVariable]: ` ${secret}` };
  expect((await readCourseKey(undefined, environment)).id).toBe(new CourseKey(secret).id);
  expect(environment).toEqual({});
  expect((await readCourseKey(file, { [keyVariable]: "another" })).id).toBe(new CourseKey(secret).id);
  await expect(readCourseKey(join(folder, "none"), {})).rejects.toThrow(/none cannot be read \(ENOENT\)/);
  await expect(readCourseKey(undefined, {})).rejects.toThrow(/^a queue needs a course key: /);
  await expect(readCourseKey(undefined, { [keyVariable]: "short" })).rejects.toThrow(/is too short/);
});
