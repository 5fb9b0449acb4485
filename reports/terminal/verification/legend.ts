import stringWidth from "string-width";
import type { Verification } from "../../../runner/model/verification.ts";
import { type Page, wrapped } from "../console/page.ts";

/** A letter for each column of the matrix; after 52 columns they repeat. */
export function columnKeys(count: number): string[] {
  return Array.from({ length: count }, (_, index) => letters[index % letters.length] ?? "");
}

/** The test of each letter, in as many columns as fit, and the meaning of the signs. */
export function legend({ tests }: Verification, page: Page): string[] {
  const keys = columnKeys(tests.length);
  const entries = tests.map(({ id }, index) => `${keys[index]} ${page.safe(id)}`);
  const width = Math.max(...entries.map((entry) => stringWidth(entry)), 0) + 2;
  const columns = Math.max(1, Math.floor((page.width - 2) / width));
  const rows = Math.ceil(entries.length / columns);
  const lines = Array.from({ length: rows }, (_, row) => {
    const inRow = entries.filter((_, index) => index % rows === row);
    return `  ${inRow.map((entry) => entry.padEnd(width)).join("")}`.trimEnd();
  });
  const { passed, failed, skipped } = signs(page);
  const meaning = `${passed} passes  ${failed} fails, as it must  ${skipped} skipped, as it must be  ! not as expected`;
  return [...lines, "", ...wrapped(meaning, page, 2).map((line) => `  ${line}`), ""];
}

function signs(page: Page) {
  return { passed: page.ascii ? "." : "·", failed: page.marks.failed, skipped: page.marks.skipped };
}

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];
