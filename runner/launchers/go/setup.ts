import type { LibrarySetup } from "../launcher.ts";
import { goTool } from "./go-tool.ts";

/** Modules of a go.mod, in the form in which Go fetches them: later builds take the folder for their server. */
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

/** Where the modules lie in the folder, as a server of modules lays them out. */
export const moduleServer = "modules/cache/download";
