/**
 * Exits with status 0 when node_modules holds exactly the versions that package-lock.json names. It reads npm's own
 * record of what is installed, so it need not resolve anything.
 */
import { readFileSync } from "node:fs";

const locked = packages("package-lock.json");
const installed = packages("node_modules/.package-lock.json");

const isCurrent =
  Object.entries(installed).every(([path, { version }]) => locked[path]?.version === version) &&
  // Optional packages may be missing: they are for other processors and systems.
  Object.entries(locked).every(([path, { optional }]) => path === "" || optional || path in installed);

process.exitCode = isCurrent && Object.keys(installed).length > 0 ? 0 : 1;

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}
