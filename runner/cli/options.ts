import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type Language, languages } from "../model/text.ts";
import type { TierChoice } from "./choose-tier.ts";
import { localeLanguage } from "./terminal.ts";

/** The options of every command that grades one hand-in. */
export interface HandInFlags {
  lang: Language;
  only?: string[];
  program?: string;
  seed: number;
  tier: TierChoice;
}

/** Adds the options of `HandInFlags`. */
export function addHandInOptions(command: Command): Command {
  return command
    .addOption(languageOption())
    .option("--only <tests...>", "run only these tests and the gates they need")
    .addOption(programOption())
    .addOption(
      seedOption("use the random payloads of an earlier run again").default(randomInt(largestSeed), "a random one"),
    )
    .addOption(tierOption());
}

/** `--lang`: the language of a command's output. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of the output")
    .choices(languages)
    .default(localeLanguage(process.env), "the locale's");
}

/** `--program`: the role whose tests are run. */
export function programOption(): Option {
  return new Option("--program <role>", "run only the tests of one program: server or client");
}

/** `--seed`: the seed of random payloads. */
export function seedOption(description: string): Option {
  return new Option("--seed <number>", description).argParser(parseSeed);
}

/** `--tier`: how programs are isolated. */
export function tierOption(): Option {
  return new Option("--tier <tier>", "isolation: full, ports, local, or best: the best that the machine has")
    .argParser(parseTier)
    .default("best");
}

/** `--require`: refuses to grade with less isolation. */
export function requireOption(): Option {
  return new Option("--require <tier>", "exit with status 3 if the machine does not have this tier").choices(["full"]);
}

/** `--no-watch`: fixed limits replace the program watch. */
export function watchOption(): Option {
  return new Option("--no-watch", "decide by fixed time limits instead of watching where programs are blocked");
}

/** `--fresh-launches`: no two tests share a launch. */
export function freshLaunchesOption(): Option {
  return new Option(
    "--fresh-launches",
    "launch the program again for each test, even if several tests could share a launch",
  );
}

/** `--mutants`: how many mutants of each file of a reference are tried. */
export function mutantsOption(): Option {
  return new Option("--mutants <number>", "with --mutate, at most this many mutants of each file, chosen by the seed")
    .argParser(parseMutants)
    .default(40);
}

/** `--jobs`: how many workers grade at once. */
export function jobsOption(): Option {
  return new Option("--jobs <number>", "number of grading workers").argParser(parseJobs).default(usualJobs);
}

/**
 * Default number of workers: a quarter more than cores, and one. Each of them waits for a third of its time: for the kernel, which creates
 * and removes networks and sandboxes, and until it is proven that nothing more comes.
 */
export const usualJobs = Math.ceil(availableParallelism() * 1.25) + 1;

/** Largest seed of random payloads. */
export const largestSeed = 2 ** 32 - 1;

function parseSeed(value: string): number {
  return wholeNumber(value, 0, largestSeed) ?? refuse(`give a whole number from 0 to ${largestSeed}.`);
}

function parseTier(value: string): TierChoice {
  if (value === "full" || value === "ports" || value === "local" || value === "best") return value;
  throw new InvalidArgumentError("choose full, ports, local or best.");
}

function parseMutants(value: string): number {
  return wholeNumber(value, 1, 100_000) ?? refuse("give a whole number from 1 to 100000.");
}

/** Reads a number of workers. */
export function parseJobs(value: string): number {
  return wholeNumber(value, 1, 256) ?? refuse("give a whole number from 1 to 256.");
}

/** Parses a whole number from `least` to `most`; null for anything else. */
export function wholeNumber(value: string, least: number, most: number): number | null {
  const number = Number(value);
  return /^\d+$/.test(value) && number >= least && number <= most ? number : null;
}

/** Refuses the value of an option. */
export function refuse(words: string): never {
  throw new InvalidArgumentError(words);
}
