import { readFileSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { UiServer } from "../tests/support/ui-server.ts";
import { median } from "./measure.ts";
import { kibibytes, memoryKiB, pageBytes, percentile, shownMs } from "./page-measures.ts";
import type { Part } from "./table.ts";
import { withScratch } from "./with-scratch.ts";

/**
 * The self-check page: times from a save to the first and the last verdict, its size, and the server's memory after
 * many runs.
 */
export async function benchUi({ uiRuns }: { uiRuns: number }): Promise<Part> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    return await withScratch((folder) => measured(browser, folder, uiRuns));
  } finally {
    await browser.close();
  }
}

async function measured(browser: Browser, folder: string, runs: number): Promise<Part> {
  const handIn = join(folder, "hand-in");
  await cp("reference/tcp-echo/python", handIn, { recursive: true });
  const server = await UiServer.start("tcp-echo", handIn, "--seed", "7");
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await ended(page, 1);
    const times: Record<"first" | "last", number[]> = { first: [], last: [] };
    const shown: number[] = [];
    for (let run = 2; run <= runs + 1; run++) {
      await begin(page);
      const savedMs = performance.now();
      await writeFile(join(handIn, "note.txt"), `run ${run}`);
      times.first.push((await firstVerdict(page)) - savedMs);
      await ended(page, run);
      times.last.push(performance.now() - savedMs);
      shown.push(...(await shownMs(page)));
    }
    const earlyKiB = memoryKiB(server.pid);
    for (let run = runs + 2; run <= runs + manyRuns + 1; run++) {
      const body = JSON.stringify({ tests: ["echo-text"] });
      await fetch(`${server.address}runs`, { method: "POST", body });
      await ended(page, run);
    }
    return {
      title: `The page in the browser, ${runs} runs after saves, reference/tcp-echo/python`,
      columns: ["", ""],
      rows: [
        ["from the save to the first verdict, median, ms", Math.round(median(times.first))],
        ["from the save to the last verdict, median, ms", Math.round(median(times.last))],
        ["from an event to the screen, median, ms", Math.round(median(shown))],
        ["from an event to the screen, 95 of 100, ms", Math.round(percentile(shown, 0.95))],
        ["page with a whole run, script and style, KiB", kibibytes(await pageBytes(server.address, "ui"))],
        ["script alone, compressed, KiB", kibibytes(gzipSync(readFileSync("dist/bin/browser/ui.js")).length)],
        [`server's memory after ${runs} runs, MiB`, Math.round(earlyKiB / 1024)],
        [`server's memory after ${manyRuns} runs more, MiB`, Math.round(memoryKiB(server.pid) / 1024)],
      ],
      notes: [`${shown.length} times that events were drawn; each time counts from the first of them`],
    };
  } finally {
    await server.end();
  }
}

/** Runs of one test, one after another. */
const manyRuns = 100;

/** Waits for the new run, because until then the page shows verdicts of the run before. */
async function begin(page: Page): Promise<void> {
  await page.evaluate("performance.clearMeasures()");
}

async function firstVerdict(page: Page): Promise<number> {
  await page.locator(".entry.waiting, .entry.playing").first().waitFor();
  await page.locator(".entry.passed").first().waitFor();
  return performance.now();
}

async function ended(page: Page, run: number): Promise<void> {
  const last = page.locator(`.score [data-run="${run}"][data-state="done"]`);
  await last.waitFor({ state: "attached", timeout: 120_000 });
}
