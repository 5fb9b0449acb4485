import { describe, expect, it } from "vitest";
import { filesOf } from "../../tests/support/files-of.ts";
import { hostileClass } from "../../tests/support/sample-class.ts";
import { reportFormats } from "../index.ts";
import { type Audience, audiences } from "../support/audience.ts";
import type { ReportOptions } from "../support/report-format.ts";

const graded = hostileClass();
const control = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

describe.each(Object.entries(reportFormats))("%s", async (_, format) => {
  const filesFor = (audience: Audience) => {
    const options: ReportOptions = { audience, language: "id", sheet: "Identifier,Grade\r\nParticipant 1,\r\n" };
    return filesOf(format.files(graded, options));
  };
  const allFiles = (await Promise.all(audiences.map(filesFor))).flat();

  it("never holds a control character, and stays small whatever a program prints", () => {
    expect(allFiles.length).toBeGreaterThan(0);
    for (const { path, content } of allFiles) {
      expect(path).toMatch(/^[\w./-]+$/);
      expect(content.replaceAll("\r\n", "\n").replace(/^\ufeff/, "")).not.toMatch(control);
      if (!path.startsWith("json/")) expect(content.length).toBeLessThan(200_000);
    }
  });
});
