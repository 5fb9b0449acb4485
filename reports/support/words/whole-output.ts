import type { TestResult } from "../../../runner/model/result.ts";
import { withoutHome } from "./last-lines.ts";

/** All that a program printed in a test, as far as the result keeps it; nothing where it printed nothing. */
export function wholeOutput({ output }: Pick<TestResult, "output">): { stream: "stdout" | "stderr"; text: string }[] {
  return (["stdout", "stderr"] as const).flatMap((stream) => {
    const text = withoutHome(limited(output[stream])).trimEnd();
    return text === "" ? [] : [{ stream, text }];
  });
}

/** As much as a result keeps by itself: one that somebody else has written may hold more. */
const keptCharacters = 16 * 1024;

function limited(text: string): string {
  if (text.length <= keptCharacters + 100) return text;
  const end = keptCharacters / 4;
  return `${text.slice(0, keptCharacters - end)}\n…\n${text.slice(-end)}`;
}
