/**
 * Makes the pictures of README.md in docs/pictures/: the pages of the demo class, a report at the terminal, and two
 * animations, at the resolution of present screens. Needs Debian's chromium.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { movingPicture } from "./moving-picture.js";

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
  mkdirSync(target, { recursive: true });
  await filmDesk(join(folder, "grades"), [...grade, "--report", "html", "--seed", seed]);
  const pages = join(folder, "grades/reports/instructor/html");
  const student = join(pages, "students/5025231002.html");
  process.chdir(folder);
  const said = wirecheck("check", "tcp-echo", "hand-ins/5025231002", "--only", "idle-client", "--seed", seed);
  process.chdir(root);
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

/** The self-check page, while a failing test plays and afterwards. */
async function drawUi(handIn) {
  const only = ["--only", "starts", "echo-text", "next-client", "session", "idle-client"];
  await onPage(["tcp-echo", handIn, "--seed", seed, ...only], async (page, browser) => {
    await page.locator("#test-idle-client").click();
    const done = page.locator('[data-state="done"]');
    await page.locator(".sidebar h1").scrollIntoViewIfNeeded();
    const frames = await film(page, async () => (await done.count()) > 0, 120);
    // A save: the program of a student whose server starts a thread for each client.
    const [own, better] = [handIn, join(handIn, "../5025231001")].map((each) => join(each, "server.py"));
    const before = readFileSync(own);
    copyFileSync(better, own);
    await page.locator('[data-run="2"]').waitFor({ state: "attached" });
    frames.push(...(await film(page, async () => (await done.count()) > 0, 120)));
    writeFileSync(own, before);
    await page.locator('[data-run="3"][data-state="done"]').waitFor({ state: "attached", timeout: 120_000 });
    writeFileSync(join(target, "ui-moving.webp"), await movingPicture(browser, frames));
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator(".lines .marked").waitFor();
    await page.locator(".sidebar h1").scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(target, colorScheme === "light" ? "ui.png" : "ui-dark.png") });
    }
  });
}

/** The page of a class while it is graded, and then a student who gets a mark. */
async function filmDesk(grades, grade) {
  const grading = spawn(process.execPath, [join(root, "dist/bin/wirecheck.js"), ...grade], { stdio: "ignore" });
  const graded = once(grading, "close");
  while (!existsSync(join(grades, "class.json"))) await setTimeout(50);
  await onPage([grades], async (page, browser) => {
    const frames = await film(page, async () => grading.exitCode !== null, 400);
    await graded;
    const show = async (ms) => frames.push({ png: await page.screenshot(), ms });
    await page.locator('tbody a[href="#student/5025231002"]').hover();
    await show(1_500);
    await page.locator('tbody a[href="#student/5025231002"]').click();
    await page.locator(".lines .marked").waitFor();
    await show(2_500);
    await page.getByRole("button", { name: "Mark it by hand" }).click();
    await page.locator(".of-points").pressSequentially("2");
    await page.locator(".of-comment").pressSequentially("threads explained well");
    await show(1_500);
    await page.keyboard.press("Enter");
    await page.locator(".mark .said", { hasText: "Saved" }).waitFor();
    await page.locator(".steps li").waitFor();
    await show(3_000);
    writeFileSync(join(target, "desk.webp"), await movingPicture(browser, frames));
  });
  rmSync(join(grades, "marks.csv"));
  wirecheck(...grade, "--marks", "none");
}

/** Takes screenshots until `isOver` holds. */
async function film(page, isOver, everyMs) {
  await page.mouse.move(0, 0);
  const frames = [];
  for (let goesOn = true; goesOn; ) {
    goesOn = !(await isOver());
    frames.push({ png: await page.screenshot(), ms: goesOn ? shownMs : 3_000 });
    await setTimeout(everyMs);
  }
  return frames;
}

/** How long each change is shown. */
const shownMs = 400;

/** Uses the page of `wirecheck ui`. */
async function onPage(args, use) {
  const env = { ...process.env, XDG_STATE_HOME: folder };
  const server = spawn(process.execPath, [join(root, "dist/bin/wirecheck.js"), "ui", ...args], {
    ...{ stdio: ["ignore", "pipe", "inherit"], env },
  });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    const [said] = await once(server.stdout, "data");
    const page = await browser.newPage({ viewport: { width: 1120, height: 660 } });
    page.setDefaultTimeout(120_000);
    await page.goto(/http:\S+/.exec(said)[0]);
    await use(page, browser);
  } finally {
    await browser.close();
    server.kill("SIGINT");
    await once(server, "close");
  }
}

/** Standard output of wirecheck, with colours; exit status 1, less than full marks, is not an error. */
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
