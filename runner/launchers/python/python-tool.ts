import type { Tool } from "../launcher.ts";
import { environmentWithoutHooks } from "./environment.ts";

const isWindows = process.platform === "win32";

/** Windows lets few users make the links of which it consists. */
const environmentCache: Tool["cache"] = {
  variable: "WIRECHECK_PYTHON",
  argv: ["-I", "-S", "-c", environmentWithoutHooks],
  env: {},
  executable: "bin/python3",
};

/** The interpreter that a student gets by `python3`, found past the shims of pyenv and virtual environments. */
export const pythonTool: Tool = {
  names: isWindows ? ["py", "python", "python3"] : ["python3", "python"],
  package: "python3",
  locate: { argv: ["-S", "-c", "import sys; print(sys.base_prefix)"], before: { py: ["-3"] } },
  ...(!isWindows && { cache: environmentCache }),
};
