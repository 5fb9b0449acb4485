import type { SourceLocation } from "../../model/seen.ts";
import type { HandInFiles } from "./hand-in-files.ts";

/** The lines of the loop around a line, including its head; null if there is no loop. */
export function loopAround(files: HandInFiles, { file, line }: SourceLocation): string[] | null {
  const lines = files.text(file)?.split(/\r?\n/) ?? [];
  for (let head = line - 1; head >= 0; head--) {
    const isOutside = head === line - 1 || indent(lines[head]) < indent(lines[line - 1]);
    if (!isOutside || lines[head]?.trim() === "" || !/^\s*(?:\}\s*)?(?:while|for|loop|do)\b/.test(lines[head] ?? ""))
      continue;
    const body = lines.slice(head + 1);
    const end = body.findIndex((each) => each.trim() !== "" && indent(each) <= indent(lines[head]));
    return [lines[head] ?? "", ...(end < 0 ? body : body.slice(0, end))];
  }
  return null;
}

function indent(text = ""): number {
  return text.replaceAll("\t", "    ").search(/\S|$/);
}
