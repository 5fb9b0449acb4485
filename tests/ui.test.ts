import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadLab } from "../runner/spec/load-lab.ts";
import { barriers, hasBrowser, type Pages, startBrowser } from "./support/open-in-browser.ts";
import { until } from "./support/test-arena.ts";
import { nothingLeft, type Run, Workplace } from "./support/workplace.ts";

/** A server that answers each piece with what `answer` makes of it. */
const server = (answer: string) => `
import socket, sys
server = socket.create_server(("localhost", int(sys.argv[sys.argv.index("--port") + 1])))
while True:
    client, _ = server.accept()
    print("<b>client</b> connected", flush=True)
    try:
        while data := client.recv(1024):
            client.sendall(${answer})
    except ConnectionError:
        pass
    client.close()
`;
const right = server("data");
const crashing = server("data + 1");
const shouting = server("data.upper()");

/** Markup and a character that reverses the writing direction, in all its output. */
const hostile = `
import socket, sys
evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)><b>\\u202e"
server = socket.create_server(("localhost", int(sys.argv[sys.argv.index("--port") + 1])))
while True:
    client, _ = server.accept()
    print(evil, flush=True)
    client.recv(1024)
    client.sendall(evil.encode())
    raise RuntimeError(evil)
`;

/** The tests that are run: a whole lab would take a minute. */
const chosen = ["starts", "echo-text", "next-client"];

/** The lab's points for these tests. */
async function pointsOf(passed: readonly string[]): Promise<number> {
  const lab = await loadLab("specs/tcp-echo/lab.yaml");
  const tests = "value" in lab ? lab.value.tests : [];
  return tests.filter(({ id }) => passed.includes(id)).reduce((sum, { points }) => sum + points, 0);
}

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
const runs: Run[] = [];
afterEach(async () => {
  for (const { child, ended } of runs.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  place.remove();
});

/** Starts the page's server on a free port, or on the port of an earlier one. */
async function startUi(folder: string, ...more: string[]): Promise<{ run: Run; address: string }> {
  const run = place.start(["ui", "tcp-echo", folder, "--seed", "7", "--only", ...chosen, ...more]);
  runs.push(run);
  await until(() => /http:\S+/.test(run.said.stdout), 30_000);
  return { run, address: /http:\S+/.exec(run.said.stdout)?.[0] ?? "" };
}

async function end({ run }: { run: Run }): Promise<void> {
  run.child.kill("SIGINT");
  const { status, stderr } = await run.ended;
  expect({ status, stderr, ...place.leftovers() }).toEqual({ status: 0, stderr: "", ...nothingLeft });
}

function save(folder: string, source: string): void {
  writeFileSync(join(folder, `server-${place.mark}.py`), source);
}

describe.skipIf(!hasBrowser)("in a browser (apt-get install chromium)", () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startBrowser();
  });
  afterAll(() => pages.close());

  /** Waits for the end of a later run with the points of these tests; returns its number. */
  async function ended(page: Page, passed: readonly string[], after = 0): Promise<number> {
    const done = page.locator('.score .going[data-state="done"]');
    const run = async () => Number(await done.getAttribute("data-run", { timeout: 60_000 }));
    await expect.poll(run, { timeout: 60_000 }).toBeGreaterThan(after);
    expect(await page.locator(".score .points strong").textContent()).toBe(String(await pointsOf(passed)));
    return run();
  }

  it("shows why a test fails and where, follows each save, compares with what was, and finds its server again", async () => {
    const folder = place.server(crashing);
    const first = await startUi(folder);
    const { page, trouble } = await pages.visit(first.address);
    const crashed = await ended(page, ["starts"]);

    expect(await page.locator(".chosen-head h3").textContent()).toContain("A short text comes back");
    expect(await page.locator(".diagnosis .saw span:visible").textContent()).toContain("TypeError");
    expect(await page.locator(".lines .marked").textContent()).toContain("client.sendall(data + 1)");
    expect(await page.locator(".sequence .message").count()).toBeGreaterThan(1);
    expect(await page.locator(".sequence").textContent()).toContain("<b>client</b> connected");

    // With the keyboard only: one event back, and the next test.
    await page.locator("input[type=range]").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".moment-words").textContent()).toMatch(/^\d+ ms, server: listens/);
    expect(await page.locator(".sequence .later").count()).toBeGreaterThan(1);
    await page.locator("#test-echo-text").focus();
    await page.keyboard.press("ArrowUp");
    expect(await page.locator(".chosen-head code").textContent()).toBe("uses-given-port");
    await page.keyboard.press("ArrowDown");

    save(folder, shouting);
    const shouted = await ended(page, ["starts", "next-client"], crashed);
    expect(await page.locator(".diagnosis, .sentence").first().textContent()).toContain("wrong-bytes");
    save(folder, right);
    const served = await ended(page, chosen, shouted);
    const more = await pointsOf(["echo-text"]);
    const change = await page.locator(".change span:visible").textContent();
    expect(change?.replace(/\d\d:\d\d$/, "TIME")).toBe(`+${more} since TIME`);

    await page.locator(".runs button").first().click();
    await expect.poll(() => page.locator(".then .lines .marked").textContent()).toContain("data + 1");
    expect(await page.locator("#test-echo-text .was").textContent()).toContain("failed");

    await page.getByRole("button", { name: "Run this test" }).click();
    await ended(page, chosen, served);
    expect(await page.locator(".runs li").count()).toBe(4);

    await end(first);
    await expect.poll(() => page.locator(".connection").getAttribute("class")).toContain("away");
    trouble.length = 0;
    save(folder, shouting);
    const second = await startUi(folder, "--port", new URL(first.address).port);
    expect(second.address).toBe(first.address);
    await expect.poll(() => page.locator(".connection").getAttribute("class"), { timeout: 30_000 }).toContain("open");
    // Its runs are counted from 1 again.
    await page.locator('.score .going[data-run="1"]').waitFor({ state: "attached" });
    await ended(page, ["starts", "next-client"]);
    await end(second);
    expect(trouble.filter((each) => !each.includes("ERR_"))).toEqual([]);
  });

  it.each(["ports", "local"])("plays in tier %s, and says where a result is provisional", async (tier) => {
    const ui = await startUi(place.server(crashing), "--tier", tier);
    const { page, trouble } = await pages.visit(ui.address);
    await ended(page, ["starts"]);
    expect(await page.locator(".lines .marked").textContent()).toContain("client.sendall(data + 1)");
    expect(await page.locator(".sequence .message").count()).toBeGreaterThan(1);
    expect(await page.locator(".score .provisional").count()).toBe(tier === "local" ? 1 : 0);
    await end(ui);
    expect(trouble.filter((each) => !each.includes("ERR_"))).toEqual([]);
  });

  it("lets nothing that a program prints, answers, breaks with or is called run, load or pop up", async () => {
    const folder = place.handIn({ [`server-${place.mark}<img src=x onerror=alert(1)>.py`]: hostile });
    const ui = await startUi(folder);
    const { page, trouble } = await pages.visit(ui.address);
    await ended(page, ["starts"]);
    for (const test of chosen) {
      await page.locator(`#test-${test}`).click();
      await page.locator(`.chosen-head code`, { hasText: test }).waitFor();
    }
    await page.locator("#test-echo-text").click();
    expect(await page.locator(".sequence").textContent()).toContain("<img src=x onerror=alert(1)>");
    await page.reload();
    await page.locator(".lines .line").first().waitFor();
    expect(await page.locator("body script:not([src]):not([type]), body img, body b, iframe").count()).toBe(0);
    await end(ui);
    expect(trouble.filter((each) => !each.includes("ERR_"))).toEqual([]);
  });

  it("has no barriers and fits in every look, in both languages", async () => {
    const ui = await startUi(place.server(crashing), "--tier", "local");
    const { page } = await pages.visit(ui.address, { bypassCSP: true });
    await ended(page, ["starts"]);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Indonesia" }).click();
    expect(await page.locator("#tree-name span:visible").textContent()).toBe("Tes");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await barriers(page)).toEqual([]);
    // A phone, and a small screen at 200 %.
    for (const size of [
      { width: 360, height: 700 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(size);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(size.width);
    }
    expect(await barriers(page)).toEqual([]);
    await end(ui);
  });
});

it("answers nobody but the pages of its own address", async () => {
  const ui = await startUi(place.server(right));
  const { origin, port, pathname } = new URL(ui.address);
  const ask = (path: string, headers: Record<string, string> = {}) => statusOf(Number(port), path, headers);
  expect(await ask(pathname)).toBe(200);
  expect(await ask(pathname, { origin })).toBe(200);
  expect(await ask("/")).toBe(404);
  expect(await ask(`/${"x".repeat(24)}/`)).toBe(404);
  expect(await ask(pathname, { host: `evil.example:${port}` })).toBe(403);
  expect(await ask(`${pathname}events`, { origin: "http://evil.example" })).toBe(403);
  expect(await ask(`${pathname}events`, { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await ask(`${pathname}runs/1/source?file=../../../../etc/passwd`)).toBe(404);
  const page = await fetch(ui.address);
  expect(page.headers.get("content-security-policy")).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'",
  );
  expect((await fetch(`${ui.address}runs`, { method: "POST", body: '{"tests":["no-such-test"]}' })).status).toBe(409);
  expect((await fetch(`${ui.address}runs`, { method: "POST", body: "{}" })).status).toBe(400);
  await end(ui);
});

it("says what is wrong with what was typed", async () => {
  const { status, stderr } = await place.run("ui", "tcp-echo", join(place.folder, "nowhere"));
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("there is no file or folder") });
});

/** Not with fetch, which cannot send another host name. */
function statusOf(port: number, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, headers }, (answer) => {
      resolve(answer.statusCode);
      answer.destroy();
    });
    asked.on("error", reject).end();
  });
}
