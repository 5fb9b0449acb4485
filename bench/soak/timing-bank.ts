import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Judged } from "../../tests/support/judged.ts";
import { timingPrograms } from "./timing-programs.ts";

/**
 * The programs that differ only in timing, as fixtures of tcp-echo named `timing-…`, in a folder that is removed with
 * this process.
 */
export function timingBank(): Judged[] {
  const folder = mkdtempSync(join(tmpdir(), "wirecheck-timing-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return timingPrograms.map(({ name, about, source, fails }) => {
    const own = join(folder, name);
    mkdirSync(own);
    writeFileSync(join(own, "server.py"), source);
    const isFlawed = Object.keys(fails).length > 0;
    const expected = { ...(isFlawed ? { flaw: about } : { style: about }), fails, skips: [] } as Judged["expected"];
    return { lab: "tcp-echo", name: `timing-${name}`, folder: own, expected };
  });
}
