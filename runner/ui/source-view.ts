import { extname } from "node:path/posix";
import type { SourceView } from "../../reports/ui/contract.ts";
import { printable } from "../texts/printable.ts";

/** How much of a file is shown; a student's program is about a hundredth of it. */
export const mostCharacters = 200_000;

type Line = SourceView["lines"][number];

/** Splits a file into lines, and lines into words with their kinds; in a language without a grammar a line is one piece. */
export async function sourceView(file: string, text: string): Promise<SourceView> {
  // Loaded only when the first file is shown.
  const { grammars } = await import("./grammars.ts");
  const language = extname(file).slice(1).toLowerCase();
  if (!grammars.registered(language)) return { file, lines: linesOf([{ words: text }]) };
  return { file, lines: linesOf(piecesOf(grammars.highlight(language, text).children, undefined)) };
}

type Tree = ReturnType<typeof import("./grammars.ts").grammars.highlight>["children"];

function piecesOf(nodes: Tree, kind: string | undefined): Line {
  return nodes.flatMap((node): Line => {
    if (node.type === "text") return [{ words: node.value, ...(kind && { kind }) }];
    if (node.type !== "element") return [];
    const [name] = node.properties.className as string[];
    return piecesOf(node.children, name?.replace("hljs-", "") ?? kind);
  });
}

function linesOf(pieces: Line): Line[] {
  const lines: Line[] = [[]];
  for (const { words, kind } of pieces) {
    for (const [index, part] of words.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ words: printable(part), ...(kind && { kind }) });
    }
  }
  return lines;
}
