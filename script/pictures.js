/**
 * Makes the pictures of README.md in docs/pictures/: the pages of the demo class and a report at the terminal, as they
 * are on a screen of today. Needs Debian's chromium.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";

const root = join(import.meta.dirname, "..");
const target = join(root, "docs/pictures");
const seed = "7";
const terminalStyle =
  'body{margin:0;background:#17191c;color:#e4e2dd}pre{display:inline-block;margin:0;padding:16px 20px;font:13px/1.25 "DejaVu Sans Mono",monospace}';

const folder = mkdtempSync(join(tmpdir(), "wirecheck-pictures-"));
try {
  run(join(root, "script/demo-class"), folder);
  const [handIns, roster] = [join(folder, "hand-ins"), join(folder, "roster.csv")];
  const grade = ["grade", "tcp-echo", handIns, "--roster", roster, "--out", join(folder, "grades")];
  wirecheck(...grade, "--report", "html", "--seed", seed);
  const pages = join(folder, "grades/reports/instructor/html");
  const student = join(pages, "students/5025231002.html");
  process.chdir(folder);
  const said = wirecheck("check", "tcp-echo", "hand-ins/5025231002", "--only", "idle-client", "--seed", seed);
  process.chdir(root);
  mkdirSync(target, { recursive: true });
  await drawUi(join(handIns, "5025231002"));
  await draw([
    {
      name: "class",
      file: join(pages, "index.html"),
      look: { viewport: { width: 1160, height: 1240 }, deviceScaleFactor: 0.8 },
    },
    { name: "student", file: student, part: "details.failed" },
    { name: "student-dark", file: student, look: { colorScheme: "dark" }, part: "details.failed" },
    { name: "terminal", html: terminalPage(said), part: "pre" },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function draw(pictures) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    for (const { name, file, html, look, part } of pictures) {
      const context = await browser.newContext({ viewport: { width: 920, height: 720 }, ...look });
      const page = await context.newPage();
      if (file !== undefined) await page.goto(pathToFileURL(file).href);
      else await page.setContent(html ?? "");
      const shown = part === undefined ? page : page.locator(part).first();
      await shown.screenshot({ path: join(target, `${name}.png`) });
      await context.close();
    }
  } finally {
    await browser.close();
  }
}

/** The page on which a student checks a program, once the test that failed has been played. */
async function drawUi(handIn) {
  const env = { ...process.env, XDG_STATE_HOME: folder };
  const only = ["--only", "starts", "echo-text", "next-client", "session", "idle-client"];
  const args = [join(root, "dist/bin/wirecheck.js"), "ui", "tcp-echo", handIn, "--seed", seed, ...only];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    const [said] = await once(server.stdout, "data");
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(/http:\S+/.exec(said)[0]);
    await page.locator('[data-state="done"]').waitFor({ state: "attached", timeout: 120_000 });
    await page.locator("#test-idle-client").click();
    await page.locator(".lines .marked").waitFor();
    await page.locator(".sidebar h1").scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(target, colorScheme === "light" ? "ui.png" : "ui-dark.png") });
    }
  } finally {
    await browser.close();
    server.kill("SIGINT");
    await once(server, "close");
  }
}

/** What it says on standard output, with colours; less than full marks is no fault. */
function wirecheck(...args) {
  return run(process.execPath, join(root, "dist/bin/wirecheck.js"), ...args);
}

function run(file, ...args) {
  const { status, stdout, stderr } = spawnSync(file, args, { encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(`${file} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}

/** A report of the console as a page that looks like a terminal. */
function terminalPage(report) {
  return renderToString(h("html", null, h("style", null, terminalStyle), h("pre", null, report)));
}
