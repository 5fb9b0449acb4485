import type { TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { introduced } from "../../../runner/texts/introduction.ts";

/** Explains who the peers in the failures are; null if they name none. */
export function introduction(tests: readonly TestResult[], roles: readonly string[]): Text | null {
  const failed = tests.filter(({ status, message }) => status === "failed" && message !== null);
  const named = new Set(
    failed.flatMap(({ transcript, failure }) =>
      transcript
        .map(({ who }) => who)
        .filter((who) => who === failure?.who && /^[a-z]+$/.test(who) && !roles.includes(who)),
    ),
  );
  return named.size === 0 ? null : introduced([...named].sort());
}
