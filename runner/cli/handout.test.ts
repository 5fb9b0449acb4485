import { expect, it } from "vitest";
import { loadLab } from "../spec/load-lab.ts";
import { handout, plainHandout } from "./handout.ts";

async function calculator() {
  const read = await loadLab("specs/calculator/lab.yaml");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

it("tells students what a lab asks for", async () => {
  const text = handout(await calculator(), "en");
  expect(text).toMatch(/^# A calculator over TCP and UDP\n/);
  expect(text).toContain("- **udp-server**, UDP; its port: as an argument: N; found by the names `udp*.*`");
  expect(text).toContain(
    "If another file is meant, say which in a file `wirecheck.yaml`: `server: { file: my_file.py }`; or how it is run: `server: { run: python3 my_file.py {port} }`.",
  );
  expect(text).toContain("| It adds | server | 15 |");
  expect(text).toContain("Points in all: 100");
});

it("speaks Indonesian, and needs no more room than a terminal has", async () => {
  const lines = plainHandout(await calculator(), "id", 60).split("\n");
  expect(lines).toContain("Yang diuji");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  expect(lines.join("\n")).not.toMatch(/[|`#]|\*\*/);
});
