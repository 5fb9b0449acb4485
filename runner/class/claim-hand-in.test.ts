import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withHandIn } from "./claim-hand-in.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-claim-"));
});
afterAll(() => rm(folder, { recursive: true }));

const { signal } = new AbortController();

it("lets one after the other grade a hand-in, by whatever path its folder is called, and others meanwhile", async () => {
  const alias = join(folder, "alias");
  await symlink(folder, alias);
  const done: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = withHandIn(folder, "budi", signal, async () => {
    await held;
    done.push("first");
  });
  const second = withHandIn(alias, "budi", signal, async () => void done.push("second"));
  await withHandIn(folder, "citra", signal, async () => void done.push("other"));
  expect(done).toEqual(["other"]);
  release();
  await Promise.all([first, second]);
  expect(done).toEqual(["other", "first", "second"]);
});

it("lets go where the grading fails, and does not wait for ever for a run that is given up", async () => {
  await expect(withHandIn(folder, "budi", signal, () => Promise.reject(new Error("no worker")))).rejects.toThrow(
    "no worker",
  );
  const abort = new AbortController();
  await withHandIn(folder, "budi", signal, async () => {
    const waiting = withHandIn(folder, "budi", abort.signal, async () => {});
    abort.abort();
    await expect(waiting).rejects.toThrow("aborted");
  });
});
