/**
 * Exits with status 0 when node_modules holds exactly the versions that package-lock.json names. npm keeps its own
 * record of what it installed, so nothing needs to be resolved again to know.
 */
import { readFileSync } from "node:fs";

const locked = packages("package-lock.json");
const installed = packages("node_modules/.package-lock.json");

const isCurrent =
  Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version) &&
  // Optional packages are those of other processors and systems.
  Object.entries(locked).every(([path, { optional }]) => path === "" || optional || path in installed);

process.exitCode = isCurrent && Object.keys(installed).length > 0 ? 0 : 1;

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}
