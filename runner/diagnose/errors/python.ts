import type { ErrorMeaning } from "./error-meaning.ts";
import { pythonNames } from "./python-names.ts";
import { pythonSockets } from "./python-sockets.ts";
import { pythonText } from "./python-text.ts";
import { pythonValues } from "./python-values.ts";

/** Python's exceptions: the first entry that fits is told, so what is special stands before what is general. */
export const pythonErrors: readonly ErrorMeaning[] = [...pythonSockets, ...pythonText, ...pythonNames, ...pythonValues];
