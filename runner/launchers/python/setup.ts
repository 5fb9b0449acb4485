import type { LibrarySetup } from "../launcher.ts";
import { pythonTool } from "./python-tool.ts";

/** Packages of a requirements file; paths of `--find-links` in it are relative to the course's folder. */
export const pythonSetup: LibrarySetup = {
  language: "python",
  manifests: ["requirements.txt"],
  tools: { python: pythonTool },
  install: [
    {
      tool: "python",
      argv: ["-m", "pip", "install", "--target", "packages", "--requirement", "requirements.txt"],
      env: { PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_NO_INPUT: "1", PIP_ROOT_USER_ACTION: "ignore" },
    },
  ],
  path: { variable: "PYTHONPATH", folder: "packages" },
};
