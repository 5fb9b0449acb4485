import { File, FingerprintIndex, type Pair, Region, TokenizedFile } from "@dodona/dolos-core";
import type { SharedPassage } from "../../model/similarity.ts";
import { type Token, tokenise } from "./tokenise.ts";

/** The sources of one hand-in. */
export interface Sources {
  /** The hand-in's files: name and content. */
  files: readonly { name: string; text: string }[];
}

/** Two hand-ins, by their indices, and what they share. */
export interface ComparedPair {
  left: number;
  right: number;
  similarity: number;
  passages: readonly SharedPassage[];
}

/**
 * Compares each hand-in with every other by winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003), as MOSS and
 * Dolos do. Code that many students share does not count: it comes from the handout or from the task. Identifiers do
 * not count, unless most students write the same one.
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

/** The lines of a hand-in as they are compared and shown: all its files, each below its name. */
export function linesOf({ files }: Sources): string[] {
  return files.flatMap(({ name, text }) => [`── ${name}`, ...text.trimEnd().split("\n")]);
}

/**
 * Winnowing finds every shared passage of at least `fingerprintTokens + windowFingerprints - 1` tokens, and none below
 * `fingerprintTokens`.
 */
const fingerprintTokens = 12;
const windowFingerprints = 5;

/** A fingerprint that more hand-ins than this share does not count. */
function mostSharers(handIns: number): number {
  return Math.max(3, Math.ceil(handIns / 10));
}

/** Two solutions of the same small task share short passages; copies share long ones. */
const leastInOnePassage = 6;
const leastSimilarity = 0.5;

function isSimilar(pair: Pair): boolean {
  return pair.longest >= leastInOnePassage && similarityOf(pair) >= leastSimilarity;
}

/** The shared part of the hand-in where it is larger, so that adding code does not hide a copy. */
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
