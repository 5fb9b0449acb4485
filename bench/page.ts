import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { html } from "../reports/formats/html.ts";
import type { ClassResult } from "../runner/model/class-result.ts";
import { sampleClass, sampleStudent } from "../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../tests/support/sample-results.ts";
import { median } from "./measure.ts";
import type { Part } from "./table.ts";

/** The page of a large class in a browser: its size, and how long it takes to open, sort and filter. */
export async function benchPage({ students, runs }: { students: number; runs: number }): Promise<Part> {
  const graded = largeClass(students);
  const before = process.cpuUsage();
  const content = await indexOf(graded);
  const { user, system } = process.cpuUsage(before);
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-page-"));
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    const file = join(folder, "index.html");
    await writeFile(file, content);
    const { size } = await stat(file);
    const times = await measured(browser, pathToFileURL(file).href, runs);
    return {
      title: `The page of a class of ${students} with ${testsEach} tests, medians of ${runs}`,
      columns: ["", "ms"],
      rows: [["all pages made (processor)", Math.round((user + system) / 1000)], ...times],
      notes: [`the page has ${Math.round(size / 1024)} KiB`],
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

const testsEach = 27;
const madeTests = Array.from({ length: testsEach }, (_, test) => `test-${test}`);

/** Opens the page again each time without a cache, and measures from each click until the change is painted. */
async function measured(browser: Browser, address: string, runs: number): Promise<[string, number][]> {
  const times: Record<string, number[]> = { open: [], "sort by a test": [], "sort by name": [], filter: [] };
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage();
    const begun = performance.now();
    await page.goto(address);
    await page.evaluate(painted);
    times.open?.push(performance.now() - begun);
    times["sort by a test"]?.push(await timeOf(page, "document.querySelector('[data-sort=test-3]').click()"));
    times["sort by name"]?.push(await timeOf(page, "document.querySelector('[data-sort=student]').click()"));
    times.filter?.push(await timeOf(page, filter));
    await page.close();
  }
  return Object.entries(times).map(([name, all]) => [name, Math.round(median(all))]);
}

/** After two frames a change has been laid out and painted. */
const painted = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))";

const filter = `{
  const field = document.getElementById("filter-words");
  field.value = "99";
  field.dispatchEvent(new Event("input"));
}`;

function timeOf(page: Page, action: string): Promise<number> {
  return page.evaluate(`(async () => {
    const begun = performance.now();
    ${action};
    await ${painted};
    return performance.now() - begun;
  })()`);
}

async function indexOf(graded: ClassResult): Promise<string> {
  let content = "";
  for await (const file of html.files(graded, { audience: "instructor", language: "en" })) content = file.content;
  return content;
}

/** Every third test fails in every fifth hand-in, in rotation. */
export function largeClass(size: number, ids = madeTests): ClassResult {
  const students = Array.from({ length: size }, (_, index) => {
    const tests = ids.map((id, test) => {
      return (index * 7 + test * 3) % 5 === 0 && test % 3 === 0 ? splitMessage({ id }) : sampleTest({ id });
    });
    const section = "ABCD".charAt(index % 4);
    return sampleStudent(`50252${String(index).padStart(5, "0")}`, { section, result: sampleResult(tests) });
  });
  return sampleClass(students);
}
