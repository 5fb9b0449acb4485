import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import type { TierChoice } from "./choose-tier.ts";

/** Largest seed of random payloads. */
export const largestSeed = 2 ** 32 - 1;

/** `--seed`. */
export function parseSeed(value: string): number {
  const seed = Number(value);
  if (/^\d+$/.test(value) && seed <= largestSeed) return seed;
  throw new InvalidArgumentError(`give a whole number from 0 to ${largestSeed}.`);
}

/** `--tier`. */
export function parseTier(value: string): TierChoice {
  if (value === "full" || value === "ports" || value === "best") return value;
  throw new InvalidArgumentError("choose full, ports or best.");
}

/**
 * Workers for many programs: a quarter more than cores, because each waits for the kernel, which makes and clears away
 * networks and sandboxes, for a good part of its time.
 */
export const usualJobs = Math.ceil(availableParallelism() * 1.25);

/** A number of workers. */
export function parseJobs(value: string): number {
  const jobs = Number(value);
  if (/^\d+$/.test(value) && jobs >= 1 && jobs <= 256) return jobs;
  throw new InvalidArgumentError("give a whole number from 1 to 256.");
}
