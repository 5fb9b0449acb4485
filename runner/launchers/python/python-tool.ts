import type { Tool } from "../launcher.ts";
import { environmentWithoutHooks } from "./environment.ts";

const isWindows = process.platform === "win32";

/** On Windows few users may make the links that it consists of. */
const environmentCache: Tool["cache"] = {
  variable: "WIRECHECK_PYTHON",
  argv: ["-I", "-S", "-c", environmentWithoutHooks],
  env: {},
  executable: "bin/python3",
};

/** The interpreter that a student runs with `python3`: the real executable, not a shim of pyenv or a virtual environment. */
export const pythonTool: Tool = {
  names: isWindows ? ["py", "python", "python3"] : ["python3", "python"],
  package: "python3",
  locate: { argv: ["-S", "-c", "import sys; print(sys.base_prefix)"], before: { py: ["-3"] } },
  ...(!isWindows && { cache: environmentCache }),
};
