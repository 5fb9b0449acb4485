import type { SourceView } from "../../reports/ui/contract.ts";
import type { TestResult } from "../model/result.ts";
import { mostCharacters, sourceView } from "./source-view.ts";

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
    return text === undefined ? null : sourceView(file, text);
  }
}

/** The files of which a test speaks. */
export function filesOf({ failure, diagnosis }: TestResult): string[] {
  const named = [failure?.location, ...(diagnosis?.lines ?? [])].flatMap((place) => place?.file ?? []);
  return [...new Set(named)];
}
