import { extname } from "node:path/posix";
import type { SourceView } from "../../reports/ui/contract.ts";
import type { TestResult } from "../model/result.ts";
import { printable } from "../texts/printable.ts";

/** Files of a hand-in as they were in a run. A file that did not change from one run to the next is kept once. */
export class Sources {
  readonly #texts = new Map<string, string>();
  #open: () => void = () => {};
  readonly #isOpen = new Promise<void>((resolve) => {
    this.#open = resolve;
  });

  /** Lets those wait no longer who ask for a file: what is known now is all. */
  open(): void {
    this.#open();
  }

  /** Keeps a file; what cannot be read is not kept. */
  keep(file: string, read: (file: string) => string, before: Sources | null): void {
    if (this.#texts.has(file)) return;
    try {
      const text = read(file).slice(0, mostCharacters);
      const earlier = before === null ? undefined : before.#texts.get(file);
      this.#texts.set(file, text === earlier ? earlier : text);
    } catch {
      // The test's own excerpt shows the lines that matter.
    }
  }

  /** The file for the page; null where it is not known. */
  async show(file: string): Promise<SourceView | null> {
    await this.#isOpen;
    const text = this.#texts.get(file);
    return text === undefined ? null : { file, lines: await coloured(file, text) };
  }
}

/** What a student writes for a lab is a hundredth of it. */
const mostCharacters = 200_000;

/** The files of which a test speaks. */
export function filesOf({ failure, diagnosis }: TestResult): string[] {
  const named = [failure?.location, ...(diagnosis?.lines ?? [])].flatMap((place) => place?.file ?? []);
  return [...new Set(named)];
}

type Line = SourceView["lines"][number];

/** Cuts a file into lines of words with their kinds; what is in a language without a grammar is one piece a line. */
async function coloured(file: string, text: string): Promise<Line[]> {
  // It is read once the first file is shown.
  const { grammars } = await import("./grammars.ts");
  const language = extname(file).slice(1).toLowerCase();
  if (!grammars.registered(language)) return linesOf([{ words: text }]);
  return linesOf(piecesOf(grammars.highlight(language, text).children, undefined));
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
