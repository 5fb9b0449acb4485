import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** How long it took each time from what happened until it was drawn, in ms. */
export function shownMs(page: Page): Promise<number[]> {
  return page.evaluate<number[]>("performance.getEntriesByName('shown').map(({ duration }) => duration)");
}

/** The page with its script and its style. */
export async function pageBytes(address: string, name: string): Promise<number> {
  const sizes = ["", `${name}.js`, `${name}.css`].map(
    async (part) => (await (await fetch(address + part)).arrayBuffer()).byteLength,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** What the kernel says that a process holds. */
export function memoryKiB(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/status`, "latin1").match(/^VmRSS:\s*(\d+) kB$/m)?.[1] ?? 0);
}

export function kibibytes(bytes: number): number {
  return Math.round(bytes / 1024);
}

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
