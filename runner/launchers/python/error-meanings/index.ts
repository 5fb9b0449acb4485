import type { ErrorMeaning } from "../../error-meaning.ts";
import { pythonAsyncio } from "./asyncio.ts";
import { pythonNames } from "./names.ts";
import { pythonNumbers } from "./numbers.ts";
import { pythonSockets } from "./sockets.ts";
import { pythonText } from "./text.ts";
import { pythonValues } from "./values.ts";

/** Python's exceptions: the first entry that fits is reported, so special entries come before general ones. */
export const pythonErrors: readonly ErrorMeaning[] = [
  ...pythonAsyncio,
  ...pythonSockets,
  ...pythonText,
  ...pythonNames,
  ...pythonNumbers,
  ...pythonValues,
];
