import type { TestResult } from "../../../runner/model/result.ts";
import { withoutHome } from "./last-lines.ts";

/** All output of a program in a test that the result has kept; empty if there is none. */
export function wholeOutput({ output }: Pick<TestResult, "output">): { stream: "stdout" | "stderr"; text: string }[] {
  return (["stdout", "stderr"] as const).flatMap((stream) => {
    const text = withoutHome(limited(output[stream])).trimEnd();
    return text === "" ? [] : [{ stream, text }];
  });
}

/** As much as wirecheck keeps in a result; a result from another source may contain more. */
const keptCharacters = 16 * 1024;

function limited(text: string): string {
  if (text.length <= keptCharacters + 100) return text;
  const end = keptCharacters / 4;
  return `${text.slice(0, keptCharacters - end)}\n…\n${text.slice(-end)}`;
}
