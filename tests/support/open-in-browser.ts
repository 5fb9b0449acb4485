import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Path of Debian's chromium; without it the tests in a browser are skipped. */
const program = "/usr/bin/chromium";
export const hasBrowser = existsSync(program);

/** Opens pages in a real browser; for the tests of the pages. */
export interface Pages {
  open(html: string, options?: BrowserContextOptions): Promise<OpenPage>;
  /** Opens the page of a server. */
  visit(address: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  page: Page;
  /** Errors of the page, dialogs it opened, and foreign addresses it requested. */
  trouble: string[];
}

export async function startBrowser(): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), "wirecheck-pages-"));
  const browser: Browser = await chromium.launch({ executablePath: program, args: quietly });
  let count = 0;
  return {
    async open(html, options = {}) {
      const file = join(folder, `page-${++count}.html`);
      await writeFile(file, html);
      const page = await (await browser.newContext(options)).newPage();
      const trouble = troubleOf(page, (url) => url.split("#")[0] === pathToFileURL(file).href);
      await page.goto(pathToFileURL(file).href);
      return { page, trouble };
    },
    async visit(address, options = {}) {
      const page = await (await browser.newContext(options)).newPage();
      const trouble = troubleOf(page, (url) => url.startsWith(address) || url.startsWith("data:"));
      await page.goto(address);
      return { page, trouble };
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

const quietly = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

function troubleOf(page: Page, isOwn: (url: string) => boolean): string[] {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => trouble.push(message.text()));
  page.on("request", (request) => {
    if (!isOwn(request.url())) trouble.push(request.url());
  });
  page.on("dialog", (dialog) => {
    trouble.push(dialog.message());
    void dialog.dismiss();
  });
  return trouble;
}

/** The accessibility problems that axe finds in a page, one a line. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""} (${nodes.length})`);
}
