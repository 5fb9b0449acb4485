import type { Result } from "../../model/result.ts";
import type { TranscriptEvent } from "../../model/seen.ts";

/** What was seen of each peer and program in each test, as far as it is the same in every run. */
export type Steady = ReadonlyMap<string, string>;

/** What several runs of one program have in common. */
export function steadyIn(runs: readonly Result[]): Steady {
  const [first, ...others] = runs.map(seenIn);
  if (first === undefined) return new Map();
  return new Map([...first].filter(([key, seen]) => others.every((other) => other.get(key) === seen)));
}

/** The tests in which something else than usual was seen. */
export function observedOtherwise(run: Result, steady: Steady): string[] {
  const seen = seenIn(run);
  const played = new Set(run.tests.map(({ id }) => id));
  const tests = [...steady].filter(([key, usual]) => played.has(testOf(key)) && seen.get(key) !== usual);
  return [...new Set(tests.map(([key]) => testOf(key)))];
}

function testOf(key: string): string {
  return key.split(" ")[0] ?? "";
}

function seenIn({ tests }: Result): Map<string, string> {
  const all = new Map<string, string>();
  for (const { id, transcript } of tests) {
    for (const event of transcript) {
      const key = `${id} ${event.who} ${streams.has(event.kind) ? event.kind : "what happened"}`;
      all.set(key, (all.get(key) ?? "") + written(event));
    }
  }
  return new Map([...all].flatMap(inLines));
}

/** The bytes of these events are joined, because the pieces depend on the scheduler. */
const streams = new Set<TranscriptEvent["kind"]>(["sent", "received", "stdout", "stderr"]);

function written({ kind, bytes, detail }: TranscriptEvent): string {
  if (!streams.has(kind)) return `${kind} ${kind === "exited" ? detail : ""}\n`;
  const text = [bytes?.head, bytes?.tail].map((part = "") => Buffer.from(part, "base64").toString("latin1")).join("");
  // Ports differ in every run.
  return kind === "sent" || kind === "received" ? text : text.replaceAll(/\b\d{4,5}\b/g, "PORT");
}

/** Splits a text into lines, so that a line with a time does not hide others, and adds the number of lines. */
function inLines([key, text]: [string, string]): [string, string][] {
  const lines = text.split("\n");
  return [
    [`${key} lines`, String(lines.length)],
    ...lines.map((line, index): [string, string] => [`${key} ${index}`, line]),
  ];
}
