import { c } from "./c.ts";
import { cpp } from "./cpp.ts";
import { executable } from "./executable.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import type { Launcher } from "./launcher.ts";
import { make } from "./make.ts";
import { node } from "./node.ts";
import { python } from "./python.ts";
import { rust } from "./rust.ts";
import { shell } from "./shell.ts";
import { typescript } from "./typescript.ts";

/** Every language in which a hand-in may be written; the first that takes a file has it. */
export const launchers = {
  make,
  python,
  node,
  typescript,
  c,
  cpp,
  java,
  go,
  rust,
  shell,
  executable,
} satisfies Record<string, Launcher>;

/** Key of a launcher, as results and labs write it. */
export type LauncherName = keyof typeof launchers;
