import { delimiter, dirname } from "node:path";
import { pythonTool } from "../runner/launchers/python/python-tool.ts";
import { resolveTool } from "../runner/launchers/tools/toolchain.ts";

/**
 * PATH with the real interpreter first, if `python3` is the shim of a version manager, which starts five times slower
 * than Python itself; a test run starts it a hundred times.
 */
export async function pathPastPythonShim(path = process.env.PATH ?? ""): Promise<string> {
  const python = await resolveTool(pythonTool);
  const folder = python === null ? null : dirname(python.path);
  return folder === null || folder === "/usr/bin" ? path : [folder, path].join(delimiter);
}
