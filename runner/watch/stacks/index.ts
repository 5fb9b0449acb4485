import { goStack } from "./go.ts";
import { javaStack } from "./java.ts";
import { pythonStack } from "./python.ts";
import type { StackDump } from "./stack.ts";

/** The runtimes that say where their threads are, by the language's title; the others are not asked. */
export const stackDumps: Readonly<Record<string, StackDump>> = {
  Python: pythonStack,
  Java: javaStack,
  Go: goStack,
};
