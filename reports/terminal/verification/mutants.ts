import type { Mutation, Survivor, Verification } from "../../../runner/model/verification.ts";
import { broken, type Page, wrapped } from "../console/page.ts";

/** The mutants: how many there were, and each that no test noticed, as a diff. */
export function mutantLines({ mutations }: Verification, page: Page): string[] {
  if (mutations === undefined) return [];
  return ["Mutants", ...mutations.flatMap((mutation) => [...sum(mutation, page), ...survivors(mutation, page)]), ""];
}

function sum({ program, file, made, known, tried, survivors, lacks }: Mutation, page: Page): string[] {
  const name = page.safe(`${program}/${file}`);
  const many = tried + known < made ? `${tried} of ${made} tried` : `${tried} tried`;
  const leftOut = known > 0 ? `, ${known} known` : "";
  const words =
    lacks === undefined
      ? `${name}: ${many}, ${tried - survivors.length} noticed, ${survivors.length} not${leftOut}`
      : `${name}: none made, ${page.safe(lacks)} is missing`;
  return wrapped(words, page, 2).map((line) => `  ${line}`);
}

const kinds = [
  ["It did something else, and no test minds", ({ seenIn }: Survivor) => seenIn.length > 0],
  ["No test runs this line", ({ neverRun }) => neverRun === true],
  ["No difference was seen: it may be the same program", ({ seenIn, neverRun }) => seenIn.length === 0 && !neverRun],
] as const satisfies readonly (readonly [string, (survivor: Survivor) => boolean])[];

function survivors({ file, survivors: all }: Mutation, page: Page): string[] {
  return kinds.flatMap(([title, fits]) => {
    const found = all.filter(fits);
    return found.length === 0 ? [] : [`    ${title}:`, ...found.flatMap((each) => difference(file, each, page))];
  });
}

function difference(file: string, { place, removed, added, seenIn }: Survivor, page: Page): string[] {
  const { dim, red, green } = page.colours;
  const lines = (sign: string, colour: (words: string) => string, all: readonly string[]) =>
    all.flatMap((each) => broken(page.safe(`${sign} ${each}`), page, 6).map((part) => `      ${colour(part)}`));
  const where = `${page.safe(file)}:${place}${seenIn.length > 0 ? ` seen in ${seenIn.join(", ")}` : ""}`;
  return [
    ...wrapped(where, page, 6).map((each) => `      ${dim(each)}`),
    ...lines("-", red, removed),
    ...lines("+", green, added),
  ];
}
