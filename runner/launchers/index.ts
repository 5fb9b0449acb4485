import { c } from "./c/c.ts";
import { cpp } from "./cpp/cpp.ts";
import { executable } from "./executable/executable.ts";
import { go } from "./go/go.ts";
import { java } from "./java/java.ts";
import type { Launcher } from "./launcher.ts";
import { make } from "./make/make.ts";
import { node } from "./node/node.ts";
import { perl } from "./perl/perl.ts";
import { php } from "./php/php.ts";
import { python } from "./python/python.ts";
import { ruby } from "./ruby/ruby.ts";
import { rust } from "./rust/rust.ts";
import { shell } from "./shell/shell.ts";
import { typescript } from "./typescript/typescript.ts";

/** Every language in which a hand-in may be written; the first launcher that accepts a file is used. */
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
  ruby,
  php,
  perl,
  shell,
  executable,
} satisfies Record<string, Launcher>;

/** Key of a launcher in results and labs. */
export type LauncherName = keyof typeof launchers;
