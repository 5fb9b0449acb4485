import { File, FingerprintIndex, type Pair, Region, TokenizedFile } from "@dodona/dolos-core";
import type { SharedPassage } from "../../model/similarity.ts";
import { type Token, tokenise } from "./tokenise.ts";

/** The sources of one hand-in. */
export interface Sources {
  /** Names of the hand-in's files and what stands in them. */
  files: readonly { name: string; text: string }[];
}

/** Two of the hand-ins, by their places in the list, and what they share. */
export interface ComparedPair {
  left: number;
  right: number;
  similarity: number;
  passages: readonly SharedPassage[];
}

/**
 * Compares each hand-in with each other by winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003), as MOSS and Dolos
 * do. What many of the class share says nothing of two of them: a handout's code, and what everybody writes who solves the
 * same task. Names do not count, unless most write the same one.
 *
 * @param given code that everybody was given
 * @returns pairs that share whole passages and much besides, most alike first
 */
export function compareSources(handIns: readonly Sources[], given: readonly Sources[]): ComparedPair[] {
  const tokens = handIns.map(tokensOf);
  const common = commonWords(tokens);
  const index = new FingerprintIndex(fingerprintTokens, windowFingerprints, false, mostSharers(handIns.length));
  const files = tokens.map((each, place) => tokenizedFile(String(place), each, common));
  index.addFiles(files);
  for (const each of given) index.addIgnoredFile(tokenizedFile("given", tokensOf(each), common));
  const pairs = files.flatMap((left, place) =>
    files.slice(place + 1).flatMap((right, more) => {
      const pair = index.getPair(left, right);
      return isSimilar(pair) ? [{ left: place, right: place + 1 + more, pair }] : [];
    }),
  );
  return pairs
    .map(({ left, right, pair }) => ({ left, right, similarity: similarityOf(pair), passages: passagesOf(pair) }))
    .sort((a, b) => b.similarity - a.similarity);
}

/** The lines of a hand-in as they are compared and shown: its files one after another, each under its name. */
export function linesOf({ files }: Sources): string[] {
  return files.flatMap(({ name, text }) => [`── ${name}`, ...text.trimEnd().split("\n")]);
}

/** Shared passages of fewer words and signs than both together are never found, those of more always. */
const fingerprintTokens = 12;
const windowFingerprints = 5;

/** What more hand-ins than these share is common property. */
function mostSharers(handIns: number): number {
  return Math.max(3, Math.ceil(handIns / 10));
}

/** Whoever solves the same small task shares short passages here and there; who copies, whole ones. */
const leastInOnePassage = 6;
const leastSimilarity = 0.5;

function isSimilar(pair: Pair): boolean {
  return pair.longest >= leastInOnePassage && similarityOf(pair) >= leastSimilarity;
}

/** Of the smaller one, so that nobody hides a copy by what is added to it. */
function similarityOf({ leftCovered, rightCovered, leftTotal, rightTotal, leftEntry, rightEntry }: Pair): number {
  const share = (covered: number, total: number, ignored: number) => covered / Math.max(1, total - ignored);
  const left = share(leftCovered, leftTotal, ignoredOf(leftEntry));
  const right = share(rightCovered, rightTotal, ignoredOf(rightEntry));
  return Math.min(1, Math.max(left, right));
}

/** Fingerprints of a file that do not count, each as often as it occurs. */
function ignoredOf({ file, ignored }: Pair["leftEntry"]): number {
  return [...ignored].reduce((sum, fingerprint) => sum + fingerprint.occurrencesOf(file).length, 0);
}

function passagesOf(pair: Pair): SharedPassage[] {
  return pair.buildFragments().map(({ leftSelection, rightSelection }) => ({
    left: { from: leftSelection.startRow, to: leftSelection.endRow },
    right: { from: rightSelection.startRow, to: rightSelection.endRow },
  }));
}

/** Rows are those of `linesOf`. */
function tokensOf({ files }: Sources): Token[] {
  let firstRow = 1;
  return files.flatMap(({ name, text }) => {
    const found = tokenise(name, text).map((token) => ({ ...token, row: token.row + firstRow }));
    firstRow += text.trimEnd().split("\n").length + 1;
    return found;
  });
}

/** Words of the language and of the task: those that more than half of the class writes. */
function commonWords(handIns: readonly (readonly Token[])[]): ReadonlySet<string> {
  const writers = new Map<string, number>();
  for (const tokens of handIns)
    for (const word of new Set(tokens.map(({ text }) => text))) writers.set(word, (writers.get(word) ?? 0) + 1);
  return new Set([...writers].flatMap(([word, count]) => (count > handIns.length / 2 ? [word] : [])));
}

function tokenizedFile(name: string, tokens: readonly Token[], common: ReadonlySet<string>): TokenizedFile {
  const isName = (text: string) => /^[\p{L}_$]/u.test(text) && !common.has(text);
  return new TokenizedFile(
    new File(name, ""),
    tokens.map(({ text }) => (isName(text) ? "name" : text)),
    tokens.map(({ text, row, column }) => new Region(row, column, row, column + text.length)),
  );
}
