import { keptWhole } from "../../model/kept-bytes.ts";
import { compile } from "../../steps/support/pattern.ts";
import type { Evidence } from "../evidence.ts";

/** All that came where the failed step expected something else; null where nothing came, or not all of it was kept. */
export function receivedInstead({ failure: { actual } }: Evidence): Buffer | null {
  const bytes = keptWhole(actual);
  return bytes?.length ? bytes : null;
}

/** Whether these bytes are what the failed step expected, a newline behind them left aside: then the difference is the whole fault. */
export function isExpected({ failure }: Evidence, bytes: Buffer): boolean {
  const { expected, facts } = failure;
  if (expected !== undefined) {
    const due = keptWhole(expected);
    return due !== null && trimmed(due).equals(trimmed(bytes));
  }
  const pattern = facts && "pattern" in facts ? facts.pattern : undefined;
  return pattern !== undefined && compile(pattern, { ignoreCase: true }).find(bytes) !== null;
}

function trimmed(bytes: Buffer): Buffer {
  const end = /\r?\n$/.exec(bytes.toString("latin1"))?.[0].length ?? 0;
  return bytes.subarray(0, bytes.length - end);
}
