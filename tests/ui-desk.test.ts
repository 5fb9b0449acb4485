import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import getPort from "get-port";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriers, hasBrowser, type Pages, startBrowser } from "./support/open-in-browser.ts";
import { hostileClass, sampleClass } from "./support/sample-class.ts";
import { SmallClass } from "./support/small-class.ts";
import { until } from "./support/test-arena.ts";
import { gradedOnPage, UiServer } from "./support/ui-server.ts";
import { writeClass } from "./support/written-class.ts";

const fixtures = { andi: "correct-plain", budi: "correct-plain", citra: "upper-cases", dewi: "upper-cases" };
const roster = `id,name,section
andi,Andi,A
budi,Budi,A
citra,Citra <b>Dewi</b>,A
dewi,Dewi,B
eko,Eko,B
fajar,Fajar,B
`;

/** Long enough for a busy machine. */
const eventually = { timeout: 60_000 };

let small: SmallClass;
beforeAll(async () => {
  small = await SmallClass.of(fixtures);
  // A hand-in without anything to grade.
  await mkdir(join(small.handIns, "eko"));
  await small.write("class.csv", roster);
});
afterAll(() => small.remove());

const servers: UiServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.kill();
});

async function start(grades: string, ...options: string[]): Promise<UiServer> {
  const port = options.includes("--port") ? [] : ["--port", String(await getPort())];
  const server = await UiServer.start(grades, ...port, ...options);
  servers.push(server);
  return server;
}

async function end(server: UiServer): Promise<void> {
  servers.splice(servers.indexOf(server), 1);
  await server.end();
}

/** The letters of a student's cells in the table. */
function cells(page: Page, student: string): Promise<string | null> {
  return page.locator(`tbody tr:has(a[href="#student/${student}"])`).getAttribute("data-tests");
}

function points(page: Page): Promise<string | null> {
  return page.locator(".score .points strong :visible, .score .points strong:not(:has(*))").first().textContent();
}

async function open(page: Page, student: string): Promise<void> {
  await page.locator(`tbody a[href="#student/${student}"]`).click();
  await page.locator(".sidebar .tree").last().waitFor();
}

describe.skipIf(!hasBrowser)("in a browser (apt-get install chromium)", () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startBrowser();
  });
  afterAll(() => pages.close());

  it("fills while the class is graded, tells of causes and errors, and has all that is needed to mark", async () => {
    const grading = small.startGrading("grades", () => {}, [
      ...["--roster", small.path("class.csv"), "--report", "gradebook"],
    ]);
    await until(() => existsSync(join(small.path("grades"), "class.json")), 60_000);
    // Stopped, so that there is still something to grade when the page is open.
    grading.child.kill("SIGSTOP");
    const server = await start(small.path("grades"));
    const { page, trouble } = await pages.visit(server.address);
    await page.evaluate("window.isSamePage = true");
    // A mark given during grading is in the gradebook that `grade` writes at its end.
    const early = { student: "dewi", item: "total", points: 1, max: null, comment: null, was: null };
    expect((await fetch(`${server.address}marks`, { method: "POST", body: JSON.stringify(early) })).status).toBe(204);
    grading.child.kill("SIGCONT");
    await gradedOnPage(page, 5);
    expect((await grading.ended).status).toBe(3);
    const book = join(small.path("grades"), "reports/instructor/gradebook.csv");
    expect(await readFile(book, "utf8")).toMatch(/^dewi,.*by hand: 1/m);
    expect(await page.evaluate("window.isSamePage")).toBe(true);
    expect([await cells(page, "andi"), await cells(page, "citra"), await cells(page, "fajar")]).toEqual([
      ...["pp", "pb", "zz"],
    ]);
    await expect.poll(() => page.locator("tr.busy").count(), eventually).toBe(0);
    expect(await page.locator(".attention").textContent()).toContain("Eko");
    const cause = page.locator(".ranking li", { hasText: "Changes the bytes" });
    expect(await cause.locator(".count span:visible").textContent()).toBe("2 of 4");

    // Opens a student and the source with the keyboard only.
    await page.locator('tbody a[href="#student/budi"]').focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(".lines .line").first().waitFor();
    expect(await page.locator(".chosen-head h3").textContent()).toContain("A text comes back");
    expect(await page.locator(".happened .lines").textContent()).toContain("upper()");
    expect(await page.locator(".sequence .message").count()).toBeGreaterThan(1);
    expect(await points(page)).toBe("4");
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate("document.activeElement.getAttribute('href')"), eventually)
      .toBe("#student/citra");
    await page.keyboard.press("Enter");

    // An impossible mark, a valid one, and one for an item of one's own.
    const mark = page.locator('.mark[data-item="echo"]');
    await page.getByRole("button", { name: "Mark it by hand" }).click();
    await mark.locator(".of-points").fill("7");
    await page.keyboard.press("Enter");
    await expect.poll(() => mark.locator(".refused span:visible").textContent(), eventually).toContain("0 to 6 points");
    expect(await readFile(join(small.path("grades"), "marks.csv"), "utf8")).not.toContain("citra");
    await mark.locator(".of-points").fill("4,5");
    await mark.locator(".of-comment").fill("=nearly; ok");
    await page.keyboard.press("Enter");
    await expect.poll(() => points(page), eventually).toBe("8.5");
    await page.locator("#mark-item").selectOption("?");
    for (const [name, words] of Object.entries({ item: "viva", points: "3", max: "5" }))
      await page.locator(`.own [name=${name}]`).fill(words);
    await page.keyboard.press("Enter");
    await expect.poll(() => points(page), eventually).toBe("11.5");
    expect(await readFile(join(small.path("grades"), "marks.csv"), "utf8")).toBe(
      "\uFEFFstudent,item,points,max,comment\r\ndewi,total,1,,\r\ncitra,echo,4.5,,'=nearly; ok\r\ncitra,viva,3,5,\r\n",
    );
    await small.run("report", small.path("grades"), "--report", "gradebook");
    expect(await readFile(book, "utf8")).toMatch(/^citra,.*11\.5/m);

    await page.locator("#note").fill("speak to her <script>alert(1)</script>");
    await page.locator(".note-form button").click();
    await page.locator(".note-form .said", { hasText: "Saved" }).waitFor();
    const signs = page.locator('tbody tr:has(a[href="#student/citra"]) .of-hand [lang=en]');
    await expect.poll(() => signs.allTextContents(), eventually).toEqual(["has a note", "marked by hand"]);
    await page.reload();
    await expect.poll(() => page.locator("#note").inputValue(), eventually).toContain("speak to her");

    // Replaces the hand-in, and grades it again from the page.
    await copyFile("fixtures/tcp-echo-once/correct-plain/server.py", join(small.handIns, "citra/server.py"));
    await page.reload();
    await page.locator(".files .notice").waitFor();
    await page.getByRole("button", { name: "Grade again" }).click();
    await page.locator(".entry.passed#test-echo").waitFor({ timeout: 120_000 });
    await page.locator('[data-again="none"]').waitFor({ state: "attached" });
    expect(await points(page)).toBe("11.5");
    await mark.getByRole("button", { name: "Take back" }).click();
    await expect.poll(() => points(page), eventually).toBe("13");
    await page.locator(".files .notice").waitFor({ state: "detached" });

    // Another process writes into the file of marks.
    await writeFile(join(small.path("grades"), "marks.csv"), "student,item,points\ncitra,total,2\n");
    await expect.poll(() => points(page), eventually).toBe("2");

    // The server ends and starts again; the page shows what happened meanwhile.
    await end(server);
    await page.locator(".connection.away").waitFor();
    trouble.length = 0;
    await writeFile(join(small.path("grades"), "marks.csv"), "student,item,points,max,comment\ncitra,total,1,,\n");
    const again = await start(small.path("grades"), "--port", server.port);
    await page.locator(".connection.open").waitFor({ timeout: 60_000 });
    await expect.poll(() => points(page), eventually).toBe("1");
    await end(again);
    expect(trouble.filter((each) => !/ERR_|403|409/.test(each))).toEqual([]);
  });

  it("changes nothing when it is read-only, and has no barriers in any look or language", async () => {
    const server = await start(small.path("grades"), "--read-only");
    const { page } = await pages.visit(server.address, { bypassCSP: true });
    await gradedOnPage(page, 5);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await barriers(page)).toEqual([]);
    }
    await page.getByRole("button", { name: "Indonesia" }).click();
    await expect.poll(() => page.locator("#students span:visible").textContent(), eventually).toBe("Semua mahasiswa");
    await page.locator("#filter-section").selectOption("B");
    await expect.poll(() => page.locator("tbody tr:visible").count(), eventually).toBe(3);
    await expect.poll(() => page.locator("#shown-count").textContent(), eventually).toBe("3");
    await page.locator("[data-sort=points]").click();
    await page.locator("[data-sort=points]").click();
    await expect.poll(() => page.locator("tbody tr:visible a").first().textContent(), eventually).toBe("Dewi");

    await open(page, "dewi");
    await page.locator(".files .lines").waitFor();
    expect(await page.locator(".mark, #mark-item, .note-form button, .again").count()).toBe(0);
    for (const size of [
      { width: 1280, height: 800 },
      { width: 360, height: 700 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(size);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(size.width);
    }
    expect(await barriers(page)).toEqual([]);
    for (const [name, order] of Object.entries({
      marks: { student: "dewi", item: "echo", points: 6, max: null, comment: null, was: null },
      notes: { student: "dewi", text: "x", was: "" },
      again: { student: "dewi" },
    })) {
      const answer = await fetch(server.address + name, { method: "POST", body: JSON.stringify(order) });
      expect([name, answer.status]).toEqual([name, 403]);
    }
    await end(server);
  });

  it("lets nothing of a hostile class run, load or pop up", async () => {
    const { students } = hostileClass();
    await writeClass(small.path("hostile"), "tcp-echo", sampleClass(students));
    const server = await start(small.path("hostile"));
    const { page, trouble } = await pages.visit(server.address);
    await gradedOnPage(page, students.filter(({ submission }) => submission !== null).length);
    const links = await page.locator("tbody a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toHaveLength(students.length);
    for (const link of links) {
      await page.evaluate(`location.hash = ${JSON.stringify(link)}`);
      const shown = page.locator(`.columns:not(.class) aside`);
      await expect.poll(() => shown.count(), eventually).toBe(1);
      await shown.locator(".marks").waitFor();
    }
    expect(await page.locator("body script:not([src]):not([type]), body img, iframe, b, object").count()).toBe(0);
    await end(server);
    expect(trouble.filter((each) => !/ERR_|404/.test(each))).toEqual([]);
  });
});
