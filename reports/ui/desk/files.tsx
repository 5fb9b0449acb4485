/// <reference lib="dom" />

import { useState } from "preact/hooks";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { Say } from "../../html/say.tsx";
import { useFetched, useSource } from "../fetched.ts";
import { Lines } from "../source.tsx";
import type { DeskFiles } from "./contract.ts";

/** The list of the hand-in's files, and the chosen one. */
export function Files({ student, version }: { student: string; version: number }) {
  const found = useFetched<DeskFiles>(`files?student=${encodeURIComponent(student)}&version=${version}`);
  const [chosen, choose] = useState<string | null>(null);
  const shown = chosen ?? found?.files[0] ?? null;
  const source = useSource(version, shown);
  if (found === null) return null;
  return (
    <section class="files">
      <h3 id="files-name">
        <Say text={deskTexts.files} />
      </h3>
      {found.are !== "as-graded" && (
        <p class="notice">
          <Say text={found.are === "gone" ? deskTexts.filesGone : deskTexts.filesChanged} />
        </p>
      )}
      <ul>
        {found.files.map((file) => (
          <li key={file}>
            <button type="button" aria-pressed={file === shown} onClick={() => choose(file)}>
              {printable(file)}
            </button>
          </li>
        ))}
      </ul>
      <div class="source">
        {source && source.file === shown && <Lines source={source} marked={none} at={null} name="files-name" />}
      </div>
    </section>
  );
}

const none: ReadonlySet<number> = new Set();
