import { basename } from "node:path";
import type { Judged } from "../../tests/support/judged.ts";

/** Any hand-ins, written `lab=folder`, of which no verdicts are known: each test must always end the same way. */
export function handIns(written: readonly string[]): Judged[] {
  return written.map((each) => {
    const [lab, folder] = each.split("=");
    if (!lab || !folder) throw new Error(`write a hand-in as lab=folder, not as ${each}`);
    return { lab, name: basename(folder), folder, expected: { fails: {}, skips: [] } };
  });
}
