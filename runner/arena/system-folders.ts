import { existsSync, lstatSync, readlinkSync } from "node:fs";
import type { Sandbox } from "./sandbox.ts";

/** The folders of this machine's system other than /usr; they do not change during a run. */
export function systemFolders(): Sandbox["systemFolders"] {
  const paths = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"].filter((path) => existsSync(path));
  known ??= Object.fromEntries(
    paths.map((path) => [path, lstatSync(path).isSymbolicLink() ? { linkTo: readlinkSync(path) } : "folder"]),
  );
  return known;
}

let known: Sandbox["systemFolders"] | undefined;
