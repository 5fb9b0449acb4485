import { join } from "node:path";

/** The file of the built command line. */
export const commandFile = join(import.meta.dirname, "../../dist/bin/wirecheck.js");

/** The command that starts the built command line, without arguments. */
export const builtCommand: readonly [string, string] = [process.execPath, commandFile];
