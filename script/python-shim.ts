import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

/**
 * PATH with the real interpreter first where `python3` is the shim of a version manager, which takes five times as long to
 * start as Python itself; a test run starts it a hundred times.
 */
export function pathPastPythonShim(path = process.env.PATH ?? ""): string {
  const asked = spawnSync("python3", ["-S", "-c", "import sys; print(sys.base_prefix)"], { encoding: "utf8" });
  const prefix = asked.stdout?.trim();
  return !prefix || prefix === "/usr" ? path : [join(prefix, "bin"), path].join(delimiter);
}
