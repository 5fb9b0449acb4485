import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import type { ClassRun } from "../runner/class/class-run.ts";
import { addToJournal } from "../runner/class/journal.ts";
import type { ClassResult } from "../runner/model/class-result.ts";
import { UiServer } from "../tests/support/ui-server.ts";
import { writeClass, writeResult } from "../tests/support/written-class.ts";
import { median } from "./measure.ts";
import { largeClass } from "./page.ts";
import { kibibytes, memoryKiB, pageBytes, percentile, shownMs } from "./page-measures.ts";
import { readLab } from "./read-lab.ts";
import type { Part } from "./table.ts";
import { withScratch } from "./with-scratch.ts";

/** The live page of a large class: the time until it is complete, and from each result to the screen. */
export async function benchDesk({ students }: { students: number }): Promise<Part> {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    return await withScratch((folder) => measured(browser, folder, students));
  } finally {
    await browser.close();
  }
}

async function measured(browser: Browser, folder: string, size: number): Promise<Part> {
  const { tests } = await readLab("tcp-echo");
  const graded = largeClass(
    size,
    tests.map(({ id }) => id),
  );
  const grades = join(folder, "grades");
  const run = await writeClass(grades, "tcp-echo", graded);
  const startedMs = performance.now();
  const server = await UiServer.start(grades);
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.locator("tbody tr").first().waitFor();
    const openMs = performance.now() - startedMs;
    await page.locator(`#progress-words[data-graded="${size}"]`).waitFor({ timeout: 300_000 });
    const wholeMs = performance.now() - startedMs;
    const begunMs = performance.now();
    await page.reload();
    await page.locator("tbody tr").last().waitFor({ state: "attached" });
    const againMs = performance.now() - begunMs;
    const lags = await lagsOf(page, grades, run, graded);
    return {
      title: `The live page of a class of ${size} with ${tests.length} tests`,
      columns: ["", ""],
      rows: [
        ["from the command to the page, ms", Math.round(openMs)],
        ["until every result is on it, ms", Math.round(wholeMs)],
        ["opened again, ms", Math.round(againMs)],
        ["from a result to the screen, median, ms", Math.round(median(lags))],
        ["from a result to the screen, 95 of 100, ms", Math.round(percentile(lags, 0.95))],
        ["page, script and style, KiB", kibibytes(await pageBytes(server.address, "desk"))],
        ["script alone, compressed, KiB", kibibytes(gzipSync(readFileSync("dist/bin/browser/desk.js")).length)],
        ["server's memory, MiB", Math.round(memoryKiB(server.pid) / 1024)],
      ],
      notes: [`${lags.length} results, one after another`],
    };
  } finally {
    await server.end();
  }
}

/** Writes each result again with the next student's content, and waits until the page shows it. */
async function lagsOf(page: Page, grades: string, run: ClassRun, { students }: ClassResult): Promise<number[]> {
  await page.evaluate("performance.clearMeasures()");
  for (let at = 0; at < changes; at++) {
    const [student, next] = [students[at], students[at + 1]];
    if (!student || !next) break;
    await writeResult(grades, run, { ...student, result: next.result });
    await addToJournal(grades, { key: student.fileStem, what: "ended" });
    // Polls from here, because the page's policy forbids the evaluated functions that Playwright waits with.
    while ((await shownMs(page)).length <= at) await setTimeout(askEveryMs);
  }
  return shownMs(page);
}

const changes = 100;
const askEveryMs = 20;
