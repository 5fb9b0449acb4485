/// <reference lib="dom" />

import { useEffect } from "preact/hooks";
import type { Language } from "../../../runner/model/text.ts";
import { classPageTexts } from "../../../runner/texts/class-page.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { uiTexts } from "../../../runner/texts/ui.ts";
import { useWords } from "../../html/language.ts";
import { Say } from "../../html/say.tsx";
import type { Connection } from "../connection.ts";
import { ConnectionState, Languages } from "../languages.tsx";
import { AgainButton } from "./again-button.tsx";
import type { DeskRow, DeskState } from "./contract.ts";
import { addressOf, go } from "./place.ts";

interface Shown {
  state: DeskState;
  connection: Connection;
  language: Language;
  setLanguage(language: Language): void;
  /** The shown student, between the previous and the next one. */
  row: DeskRow | null;
  before: DeskRow | undefined;
  after: DeskRow | undefined;
}

/** The state of the connection, the links to other students and back to the class, and the language. */
export function DeskBar({ state, connection, language, setLanguage, row, before, after }: Shown) {
  const words = useWords();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (row === null || isTyping(event.target)) return;
      if (event.key === "Escape") back(row);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [row]);
  return (
    <nav class="bar" aria-label={words(uiTexts.controls)}>
      <ConnectionState connection={connection} does={deskTexts.live} />
      {state.isReadOnly && (
        <p class="read-only">
          <Say text={deskTexts.readOnly} />
        </p>
      )}
      {row && (
        <div class="orders needs-script">
          <button type="button" onClick={() => back(row)}>
            ← <Say text={classPageTexts.backToClass} />
          </button>
          <Beside row={before} sign="↑" label={words(deskTexts.previous)} />
          <Beside row={after} sign="↓" label={words(deskTexts.next)} />
          {!state.isReadOnly && <AgainButton row={row} now={state.again[row.stem]} />}
        </div>
      )}
      <Languages {...{ language, setLanguage }} />
    </nav>
  );
}

function Beside({ row, sign, label }: { row: DeskRow | undefined; sign: string; label: string }) {
  return (
    <button type="button" aria-label={label} title={label} disabled={!row} onClick={() => row && go(row.stem)}>
      {sign}
    </button>
  );
}

/** Returns to the student's row in the table. */
function back({ stem }: DeskRow): void {
  go(null);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`a[href="${CSS.escape(addressOf(stem))}"]`)?.focus());
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
