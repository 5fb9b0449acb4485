import type { TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { introduced } from "../../../runner/texts/introduction.ts";

/** Explains who the peers in the conversations of failed tests are; null if they have none with a name. */
export function introduction(tests: readonly TestResult[], roles: readonly string[]): Text | null {
  const failed = tests.filter(({ status, message }) => status === "failed" && message !== null);
  const named = new Set(
    failed.flatMap(({ transcript }) =>
      transcript.flatMap(({ who, kind }) => (begins.has(kind) && isName(who, roles) ? [who] : [])),
    ),
  );
  return named.size === 0 ? null : introduced([...named].sort());
}

/** The events with which a peer, and no program, enters a conversation. */
const begins = new Set(["connect", "refused", "accepted", "listen"]);

/** One of many alike, such as client-7, explains itself. */
function isName(who: string, roles: readonly string[]): boolean {
  return /^[a-z]+$/.test(who) && !roles.includes(who);
}
