import { describe, expect, it } from "vitest";
import type { TranscriptEvent } from "../runner/model/seen.ts";
import { filesOf } from "../tests/support/files-of.ts";
import { sampleClass, sampleStudent } from "../tests/support/sample-class.ts";
import { sampleResult, sampleTest, splitMessage } from "../tests/support/sample-results.ts";
import { junit } from "./formats/junit.ts";
import { markdown } from "./formats/markdown.ts";
import { consoleReport } from "./terminal/console.ts";

/*
 * Whole reports, kept in `golden/`, so that a change of wording or layout can be reviewed. `npx vitest run
 * reports/golden.test.ts --update` updates them.
 */

const transcript: TranscriptEvent[] = [
  { atMs: 10, who: "server", kind: "started", detail: "--port 5000" },
  { atMs: 31, who: "alice", kind: "connect" },
  { atMs: 32, who: "alice", kind: "sent", bytes: { length: 6, head: "SGFsbywg" } },
  { atMs: 33, who: "alice", kind: "received", bytes: { length: 6, head: "SGFsbywg" } },
  { atMs: 48, who: "alice", kind: "sent", bytes: { length: 9, head: "ZHVuaWEg4piV" } },
];

const result = sampleResult(
  [
    sampleTest(),
    splitMessage({ transcript, output: { stdout: "listening\n", stderr: "" } }),
    sampleTest({
      id: "restart",
      title: { en: "It can be started again", id: "Dapat dijalankan lagi" },
      status: "error",
      message: "the bwrap package is missing",
    }),
    sampleTest({
      id: "large",
      title: { en: "1 MiB comes back", id: "1 MiB dikirim kembali" },
      status: "skipped",
      skippedFor: "split-message",
    }),
    sampleTest({
      id: "ipv6",
      title: { en: "It answers over IPv6 too", id: "Juga menjawab lewat IPv6" },
      status: "failed",
      optional: true,
    }),
  ],
  { submission: { id: "tugas1_<budi>", sha256: "5f2c".repeat(16) } },
);

describe("golden files", () => {
  it.each(["en", "id"] as const)("the console, in %s", async (language) => {
    const shown = consoleReport({ ...result, language }, { language, width: 80, colour: false });
    await expect(shown).toMatchFileSnapshot(`golden/console.${language}.txt`);
  });

  it("the console where only ASCII can be shown", async () => {
    const shown = consoleReport(result, { language: "en", width: 60, colour: false, ascii: true, verbose: true });
    await expect(shown).toMatchFileSnapshot("golden/console.ascii.txt");
  });

  it.each([
    ["markdown.md", markdown],
    ["junit.xml", junit],
  ] as const)("%s", async (name, format) => {
    const students = [sampleStudent("budi", { result })];
    const [file] = await filesOf(format.files(sampleClass(students), { audience: "instructor", language: "en" }));
    await expect(file?.content).toMatchFileSnapshot(`golden/${name}`);
  });
});
