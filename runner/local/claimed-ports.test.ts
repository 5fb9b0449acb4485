import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { ClaimedPorts } from "./claimed-ports.ts";

const port = 19_731;
const [one, other] = [new ClaimedPorts(), new ClaimedPorts()];

afterEach(() => {
  one.release();
  other.release();
});

it("gives a port to one at a time", async () => {
  const order: string[] = [];
  await one.take([port]);
  const waits = other.take([port]).then(() => order.push("other has it"));
  await one.take([port]);
  order.push("one lets it go");
  one.release();
  await waits;
  expect(order).toEqual(["one lets it go", "other has it"]);
});

it("takes a port over from a process that is gone", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(join(tmpdir(), `wirecheck-${userInfo().uid}-port-${port}`), `${pid}`);
  await one.take([port]);
  one.release();
  expect(readdirSync(tmpdir()).filter((name) => name.endsWith(`port-${port}`))).toEqual([]);
});
