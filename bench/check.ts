import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Result, result } from "../runner/model/result.ts";
import { builtCommand } from "../tests/support/built-command.ts";
import type { Fixture } from "../tests/support/fixture.ts";
import { run } from "./run.ts";
import { withScratch } from "./with-scratch.ts";

/** Grades a fixture in its own process, always with the same seed. */
export function check({ lab, folder }: Fixture, flags: readonly string[]): Promise<Result> {
  return withScratch(async (scratch) => {
    const file = join(scratch, "result.json");
    const always = ["--json", file, "--seed", "1", "--quiet"];
    await run([...builtCommand, "check", lab, folder, ...always, ...flags]);
    return result.parse(JSON.parse(await readFile(file, "utf8")));
  });
}
