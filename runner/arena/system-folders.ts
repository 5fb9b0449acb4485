import { existsSync, lstatSync, readlinkSync } from "node:fs";
import type { Sandbox } from "./sandbox.ts";

/** What this machine has beside /usr; it does not change while we run. */
export function systemFolders(): Sandbox["systemFolders"] {
  const paths = ["/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"].filter((path) => existsSync(path));
  known ??= Object.fromEntries(
    paths.map((path) => [path, lstatSync(path).isSymbolicLink() ? { linkTo: readlinkSync(path) } : "folder"]),
  );
  return known;
}

let known: Sandbox["systemFolders"] | undefined;
