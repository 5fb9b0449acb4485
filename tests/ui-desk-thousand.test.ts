import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToJournal } from "../runner/class/journal.ts";
import type { ClassStudent } from "../runner/model/class-result.ts";
import { loadLab } from "../runner/spec/load-lab.ts";
import { barriers, hasBrowser, type Pages, startBrowser } from "./support/open-in-browser.ts";
import { sampleClass, sampleStudent } from "./support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "./support/sample-results.ts";
import { gradedOnPage, UiServer } from "./support/ui-server.ts";
import { writeClass, writeResult } from "./support/written-class.ts";

/** Long enough for a busy machine. */
const eventually = { timeout: 60_000 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-desk-"));
});
const servers: UiServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.kill();
  await rm(folder, { recursive: true });
});

async function start(grades: string): Promise<UiServer> {
  const server = await UiServer.start(grades, "--port", String(await getPort()));
  servers.push(server);
  return server;
}

describe.skipIf(!hasBrowser)("in a browser (apt-get install chromium)", () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startBrowser();
  });
  afterAll(() => pages.close());

  it("shows a class of a thousand, and of a change no more than what is new", async () => {
    const lab = await loadLab("specs/tcp-echo/lab.yaml");
    const tests = "value" in lab ? lab.value.tests.map(({ id }) => id) : [];
    const student = (index: number): ClassStudent => {
      const played = tests.map((id, test) =>
        (index * 7 + test * 3) % 5 === 0 && test % 3 === 0 ? splitMessage({ id }) : sampleTest({ id }),
      );
      return sampleStudent(`50252${String(index).padStart(5, "0")}`, { result: sampleResult(played) });
    };
    const students = Array.from({ length: 1_000 }, (_, index) => student(index));
    const grades = join(folder, "thousand");
    const run = await writeClass(grades, "tcp-echo", sampleClass(students));
    const server = await start(grades);
    const { page, trouble } = await pages.visit(server.address, { bypassCSP: true });
    await gradedOnPage(page, 1_000);
    expect(await page.locator("tbody tr").count()).toBe(1_000);
    await page.locator("#filter-words").fill("0500");
    expect(await page.locator("tbody tr:not([hidden])").count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await page.locator("#filter-words").fill("");

    const events = await fetch(`${server.address}events`);
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    const first = students[0] as ClassStudent;
    const right = { ...first, result: sampleResult(tests.map((id) => sampleTest({ id }))) };
    await writeResult(grades, run, right);
    await addToJournal(grades, { key: first.fileStem, what: "ended" });
    const cells = page.locator(`tbody tr:has(a[href="#student/${first.fileStem}"])`);
    await expect.poll(() => cells.getAttribute("data-tests"), eventually).toMatch(/^p+$/);
    let said = "";
    while (!said.includes('"type":"rows"')) said += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    const messages = said.split("\n").flatMap((line) => (line.startsWith("data: {") ? JSON.parse(line.slice(6)) : []));
    expect(messages.find(({ type }) => type === "rows").rows.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    expect(trouble).toEqual([]);
  });
});
