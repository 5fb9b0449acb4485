import type { LibrarySetup } from "../launcher.ts";
import { rustTools } from "./tools.ts";

/** Crates of a Cargo.toml; cargo takes their sources from the folder, even if a lock file has other versions. */
export const rustSetup: LibrarySetup = {
  language: "rust",
  manifests: ["Cargo.toml", "Cargo.lock"],
  tools: rustTools,
  install: [{ tool: "cargo", argv: ["vendor", "--quiet", "--locked", "vendor"] }],
  vendored: "vendor",
  placeOf: (library) => `vendor/${library}`,
  replaces: ["Cargo.lock"],
  otherVersions: /^error: ((?:failed to select a version|no matching package).*)/,
};
