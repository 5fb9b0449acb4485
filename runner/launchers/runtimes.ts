import { launchers } from "./index.ts";
import type { Launcher } from "./launcher.ts";
import type { Runtime } from "./runtime.ts";

/** The runtimes of all languages that have threads of their own. */
export const runtimes: readonly Runtime[] = [
  ...new Set(Object.values<Launcher>(launchers).flatMap(({ runtime }) => runtime ?? [])),
];
