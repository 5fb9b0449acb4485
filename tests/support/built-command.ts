import { join } from "node:path";

/** The file of the built command line. */
export const commandFile = join(import.meta.dirname, "../../dist/bin/wirecheck.js");

/** The words that start the built command line; its arguments follow them. */
export const builtCommand: readonly [string, string] = [process.execPath, commandFile];
