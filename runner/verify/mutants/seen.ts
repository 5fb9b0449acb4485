import type { Result } from "../../model/result.ts";
import type { TranscriptEvent } from "../../model/seen.ts";

/** What was seen of each peer and program in each test, where it is the same in every run. */
export type Steady = ReadonlyMap<string, string>;

/** What several runs of one program have in common. */
export function steadyIn(runs: readonly Result[]): Steady {
  const [first, ...others] = runs.map(seenIn);
  if (first === undefined) return new Map();
  return new Map([...first].filter(([key, seen]) => others.every((other) => other.get(key) === seen)));
}

/** The tests in which something else was seen. */
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

/** In which pieces bytes come is the scheduler's choice: they are one string, and the other events another. */
const streams = new Set<TranscriptEvent["kind"]>(["sent", "received", "stdout", "stderr"]);

function written({ kind, bytes, detail }: TranscriptEvent): string {
  if (!streams.has(kind)) return `${kind} ${kind === "exited" ? detail : ""}\n`;
  const text = [bytes?.head, bytes?.tail].map((part = "") => Buffer.from(part, "base64").toString("latin1")).join("");
  // Ports are drawn anew in every run.
  return kind === "sent" || kind === "received" ? text : text.replaceAll(/\b\d{4,5}\b/g, "PORT");
}

/** Line by line, so that one with a time in it hides no other; and how many lines there are. */
function inLines([key, text]: [string, string]): [string, string][] {
  const lines = text.split("\n");
  return [
    [`${key} lines`, String(lines.length)],
    ...lines.map((line, index): [string, string] => [`${key} ${index}`, line]),
  ];
}
