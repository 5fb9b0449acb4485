import { launchers } from "./index.ts";
import type { Launcher, LibrarySetup } from "./launcher.ts";

/** How libraries are installed, by the name of their language in labs. */
export const setups: ReadonlyMap<string, LibrarySetup> = new Map(
  Object.values<Launcher>(launchers).flatMap(({ setup }) => (setup ? [[setup.language, setup]] : [])),
);
