import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SmallClass } from "./support/small-class.ts";

const names = { conn: "sambungan", client: "klien", server: "peladen", data: "isi", parser: "pengurai" };
const styles = ["plain", "poll-timeout", "polling-loop", "chatty", "slow-start", "small-buffer"];

let small: SmallClass;
beforeAll(async () => {
  const honest = styles.map((style) => [style, `correct-${style}`] as const);
  small = await SmallClass.of({
    ...Object.fromEntries(honest),
    original: "correct-asyncio",
    renamed: "correct-asyncio",
    padded: "correct-poll-timeout",
  });
  await change("renamed", (source) =>
    Object.entries(names).reduce(
      (text, [name, other]) => text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), other),
      `# </script><img src=x>\n${source}`,
    ),
  );
  await change(
    "padded",
    (source) => `def unused(a, b):\n    for i in range(a):\n        b += i * a\n    return b\n\n${source}`,
  );
  await small.grade("grades");
});
afterAll(() => small.remove());

async function change(name: string, to: (source: string) => string): Promise<void> {
  const file = join(small.handIns, name, "server.py");
  await writeFile(file, to(await readFile(file, "utf8")));
}

const report = (...options: string[]) => small.run("report", small.path("grades"), ...options);
const page = (name: string) => readFile(join(small.path("grades"), "reports/instructor/similar", name), "utf8");

/** The pairs that the page lists, most similar first. */
async function pairs(): Promise<string[]> {
  const rows = (await page("index.html")).matchAll(/<td class="share">\d+ %<\/td><td>(.*?)<\/td><td>(.*?)<\/td>/g);
  return [...rows].map(([, one = "", other = ""]) => [one, other].sort().join(" "));
}

describe("report --similar", () => {
  it("finds a copy under other names and one with more around it, and accuses nobody else", async () => {
    const { status, stdout } = await report("--similar", "--report", "html,markdown,moodle");
    expect(status).toBe(0);
    expect(await pairs()).toEqual(["padded poll-timeout", "original renamed"]);
    expect(stdout).toContain("2 pairs of 9 hand-ins are much alike");
  });

  it("shows both side by side, and what they wrote is no markup", async () => {
    const shown = await page("pair-2.html");
    expect(shown).toContain('id="left-0"');
    expect(shown).toContain('href="#right-0"');
    expect(shown).toContain("&lt;/script>&lt;img src=x>");
    expect(shown).not.toContain("<img");
  });

  it("says nothing of it to a student", async () => {
    const refused = await report("--similar", "--for", "student");
    expect(refused.status).toBe(2);
    expect(refused.lines.join("\n")).toContain("--similar is only for instructors");
    await report("--report", "html,markdown,text,json", "--for", "student");
    const folder = join(small.path("grades"), "reports/student");
    expect((await readdir(folder, { recursive: true })).filter((name) => name.includes("similar"))).toEqual([]);
  });

  it("leaves out what everybody was given", async () => {
    await report("--similar", small.handIns, "--given", join(small.handIns, "original"));
    expect(await pairs()).toEqual(["padded poll-timeout"]);
  });

  it("asks where the hand-ins are, when they are gone", async () => {
    const { status, lines } = await report("--similar", small.path("elsewhere"));
    expect(status).toBe(2);
    expect(lines.join("\n")).toContain("say where with --similar HAND-INS");
  });
});
