import { writeFile } from "node:fs/promises";
import { forAudience } from "../../reports/support/audience.ts";
import type { Result } from "../model/result.ts";
import type { Language } from "../model/text.ts";

/** Writes the page of one result as its student may see it; the code for pages is loaded only here. */
export async function writePage(file: string, result: Result, language: Language): Promise<void> {
  const { studentPage } = await import("../../reports/html/student-page.tsx");
  await writeFile(file, studentPage({ result: forAudience(result, "student") }, language));
}
