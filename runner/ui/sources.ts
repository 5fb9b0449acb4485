import type { SourceView } from "../../reports/ui/contract.ts";
import type { TestResult } from "../model/result.ts";
import { mostCharacters, sourceView } from "./source-view.ts";

/** The files of a hand-in as they were in a run. A file that did not change since the run before is stored once. */
export class Sources {
  readonly #texts = new Map<string, string>();
  #open: () => void = () => {};
  readonly #isOpen = new Promise<void>((resolve) => {
    this.#open = resolve;
  });

  /** Answers requests for files from now on: all files of the run are kept. */
  open(): void {
    this.#open();
  }

  /** Keeps a file; an unreadable one is left out. */
  keep(file: string, read: (file: string) => string, before: Sources | null): void {
    if (this.#texts.has(file)) return;
    try {
      const text = read(file).slice(0, mostCharacters);
      const earlier = before === null ? undefined : before.#texts.get(file);
      this.#texts.set(file, text === earlier ? earlier : text);
    } catch {
      // The test's result has an excerpt of the lines that matter.
    }
  }

  /** The file for the page; null when it is not kept. */
  async show(file: string): Promise<SourceView | null> {
    await this.#isOpen;
    const text = this.#texts.get(file);
    return text === undefined ? null : sourceView(file, text);
  }
}

/** The files that a test's failure and diagnosis name. */
export function filesOf({ failure, diagnosis }: TestResult): string[] {
  const named = [failure?.location, ...(diagnosis?.lines ?? [])].flatMap((place) => place?.file ?? []);
  return [...new Set(named)];
}
