import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TranscriptEvent } from "../../runner/model/seen.ts";
import { filesOf } from "../../tests/support/files-of.ts";
import { barriers, hasBrowser, type Pages, startBrowser } from "../../tests/support/open-in-browser.ts";
import { absent, hostileClass, sampleClass, sampleStudent, ungraded } from "../../tests/support/sample-class.ts";
import { kept, sampleResult, sampleTest, splitMessage } from "../../tests/support/sample-results.ts";
import { html } from "../formats/html.ts";
import { studentPage } from "./student-page.tsx";

const transcript: TranscriptEvent[] = [
  { atMs: 20, who: "server", kind: "started", detail: "--port 5000" },
  { atMs: 90, who: "alice", kind: "connect", detail: "127.0.0.1 port 5000" },
  { atMs: 91, who: "alice", kind: "sent", bytes: kept(Buffer.from("Halo, dunia ☕")) },
  { atMs: 92, who: "server", kind: "stdout", bytes: kept(Buffer.from("client connected\n")) },
  { atMs: 93, who: "alice", kind: "received", bytes: kept(Buffer.from("Halo, ")) },
  { atMs: 170, who: "server", kind: "blocked", detail: "accept listening 3" },
];
const result = sampleResult([sampleTest({ transcript }), splitMessage({ transcript })]);

describe.skipIf(!hasBrowser)("in a browser (apt-get install chromium)", () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startBrowser();
  });
  afterAll(() => pages.close());

  describe("the student's page", () => {
    const content = studentPage({ result }, "en");

    it.each(["light", "dark"] as const)(
      "has no barriers in %s, with every test open, in both languages",
      async (colorScheme) => {
        const { page, trouble } = await pages.open(content, { colorScheme });
        await page.click("#open-all");
        expect(await barriers(page)).toEqual([]);
        await page.click("[data-language=id]");
        expect(await barriers(page)).toEqual([]);
        expect(trouble).toEqual([]);
      },
    );

    it("opens a test with the keyboard, from the link that skips what is before", async () => {
      const { page } = await pages.open(content);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.locator("#test-starts").getAttribute("open")).toBeNull();
      await page.keyboard.press("Enter");
      expect(await page.locator("#test-starts").getAttribute("open")).toBe("");
    });

    it("leads from a cause to the test that tells of it", async () => {
      const { page } = await pages.open(content);
      await page.click("#test-split-message > summary");
      await page.click(".causes a");
      await expect.poll(() => page.locator("#test-split-message .sequence").isVisible()).toBe(true);
    });

    it("speaks the language that is chosen", async () => {
      const { page } = await pages.open(content);
      expect(await page.locator(".tests h2 span:visible").textContent()).toBe("Tests");
      await page.click("[data-language=id]");
      expect(await page.locator(".tests h2 span:visible").textContent()).toBe("Tes");
      expect(await page.locator("html").getAttribute("lang")).toBe("id");
    });

    it("says that it has copied the command", async () => {
      const { page } = await pages.open(content);
      await page.click(".copy");
      await expect.poll(() => page.locator("#said").textContent()).toBe("Copied");
      expect(await page.locator(".copy [lang]:visible").textContent()).toBe("Copied");
    });

    it("prints on white, without what can only be clicked", async () => {
      const { page } = await pages.open(content, { colorScheme: "dark" });
      const paper = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      expect(await paper()).not.toBe("rgb(255, 255, 255)");
      await page.emulateMedia({ media: "print" });
      expect(await paper()).toBe("rgb(255, 255, 255)");
      expect(await page.locator(".toolbar").isVisible()).toBe(false);
    });

    it("is no wider than a phone", async () => {
      const { page } = await pages.open(content, { viewport: { width: 360, height: 700 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    });
  });

  describe("the page of the class", async () => {
    const weak = sampleStudent("andi", { section: "B", result: sampleResult([sampleTest({ status: "failed" })]) });
    const strong = sampleStudent("zahra", { result: sampleResult([sampleTest()]) });
    const content = await indexOf(sampleClass([strong, weak, ungraded("lost"), absent("gone")]));

    it("has no barriers and makes no trouble", async () => {
      const { page, trouble } = await pages.open(content);
      expect(await barriers(page)).toEqual([]);
      expect(trouble).toEqual([]);
    });

    it("sorts by name and by test, and back", async () => {
      const { page } = await pages.open(content);
      const first = () => page.locator("tbody tr").first().locator("small").first().textContent();
      await page.click("[data-sort=student]");
      expect(await first()).toBe("andi");
      await page.click("[data-sort=student]");
      expect(await first()).toBe("zahra");
      await page.click("[data-sort=test-0]");
      expect(await first()).toBe("andi");
    });

    it("prints with the names of its columns, on a sheet that they fit on", async () => {
      const { page } = await pages.open(content);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("[data-sort=student]").isVisible()).toBe(true);
      expect(await page.locator(".filters").isVisible()).toBe(false);
      expect(await page.evaluate("getComputedStyle(document.querySelector('thead')).display")).toBe(
        "table-header-group",
      );
    });

    it("shows those who fit the filters, and how many they are", async () => {
      const { page } = await pages.open(content);
      await page.selectOption("#filter-section", "B");
      expect(await page.locator("tbody tr:visible").count()).toBe(1);
      await page.selectOption("#filter-section", "");
      await page.selectOption("#filter-state", "error");
      expect(await page.locator("tbody tr:visible").allTextContents()).toEqual([expect.stringContaining("lost")]);
      expect(await page.locator("#shown-count").textContent()).toBe("1");
    });
  });

  it("leads from a student's page back to the class, but not those who may not see it", async () => {
    const pageFor = async (audience: "instructor" | "student") =>
      (await filesOf(html.files(sampleClass([sampleStudent("andi")]), { audience, language: "en" })))[0]?.content;
    expect(await pageFor("instructor")).toContain('href="../index.html"');
    expect(await pageFor("student")).not.toContain("index.html");
  });

  it("lets nothing of a hostile class run, load or pop up", async () => {
    const files = await filesOf(html.files(hostileClass(), { audience: "instructor", language: "id" }));
    for (const { content } of files.filter((file) => file.content.includes("alert(1)"))) {
      const { page, trouble } = await pages.open(content);
      expect(trouble).toEqual([]);
      await page.context().close();
    }
  }, 60_000);
});

async function indexOf(graded: Parameters<typeof html.files>[0]): Promise<string> {
  const files = await filesOf(html.files(graded, { audience: "instructor", language: "en" }));
  return files.find(({ path }) => path === "html/index.html")?.content ?? "";
}
