import type { Failure, FailureCode } from "../../model/failure.ts";
import type { KeptBytes } from "../../model/seen.ts";
import type { Language, Text } from "../../model/text.ts";
import { printableLine } from "../printable.ts";
import { showKept } from "../show-bytes.ts";

/** The sentences of some codes, each made from a failure of its own code. */
export type FailureTexts = { readonly [Code in FailureCode]?: (failure: Failure<Code>) => Text };

/** The peer that a failure concerns: alice. */
export function peer(failure: Failure): Text {
  return failure.who ? same(printableLine(failure.who)) : { en: "the grader", id: "penguji" };
}

/** The same at the beginning of a sentence; names stay as the lab writes them. */
export function leadingPeer(failure: Failure): Text {
  return failure.who ? peer(failure) : { en: "The grader", id: "Penguji" };
}

/** The program that a failure concerns: "your server"; the lab's own one is called `reference-server`. */
export function program(failure: Failure): Text {
  const role = failure.who ? printableLine(failure.who) : undefined;
  const reference = role?.match(/^reference-(.+)$/)?.[1];
  if (reference !== undefined) return { en: `the lab's own ${reference}`, id: `${reference} milik lab` };
  if (role === undefined || ["server", "client", "program"].includes(role)) {
    return { en: `your ${role ?? "program"}`, id: `${role ?? "program"} Anda` };
  }
  return { en: `your ${role} program`, id: `program ${role} Anda` };
}

/** The same words in both languages. */
export function same(words: string): Text {
  return { en: words, id: words };
}

/** A sentence with a part that is there only when its fact is. */
export function when(condition: unknown, en: string, id: string): Text {
  return condition ? { en, id } : same("");
}

/** How a program ended, in brackets: " (exit status 1)". */
export function ending(status: number | undefined): Text {
  return when(status !== undefined, ` (exit status ${status})`, ` (status keluar ${status})`);
}

/** The same with a capital first letter, for the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Bytes in quotes, short enough for the middle of a sentence. */
export function quotedBytes(bytes: KeptBytes): Text {
  const show = (language: Language) => showKept(bytes, { width: longestQuote, language });
  return { en: show("en"), id: show("id") };
}

const longestQuote = 60;
