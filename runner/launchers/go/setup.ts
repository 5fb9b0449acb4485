import type { LibrarySetup } from "../launcher.ts";
import { goTool } from "./go-tool.ts";

/** Modules of a go.mod, in the form in which Go downloads them: later builds use the folder as their module server. */
export const goSetup: LibrarySetup = {
  language: "go",
  manifests: ["go.mod", "go.sum"],
  tools: { go: goTool },
  install: [
    { tool: "go", argv: ["mod", "download"], env: { GOMODCACHE: "{libraries}/modules", GOFLAGS: "-modcacherw" } },
  ],
  placeOf: (module) => `${moduleServer}/${module.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}/@v`,
  vendored: "modules",
  otherVersions: /^(?:\S+:\d+:\d+: )?(.*?): (?:reading file:\/\/|module lookup disabled)/,
};

/** The path of the modules in the folder, in the layout of a module server. */
export const moduleServer = "modules/cache/download";
