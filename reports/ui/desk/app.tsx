/// <reference lib="dom" />

import { useMemo, useState } from "preact/hooks";
import { deskTexts, marksProblem } from "../../../runner/texts/desk.ts";
import { uiTexts } from "../../../runner/texts/ui.ts";
import type { Wanted } from "../../html/class/filters.tsx";
import type { Sorted } from "../../html/class/student-table.tsx";
import { LanguageContext, useLanguage } from "../../html/language.ts";
import { Say } from "../../html/say.tsx";
import type { Connection } from "../connection.ts";
import { ClassScreen } from "./class-screen.tsx";
import type { DeskState } from "./contract.ts";
import { DeskBar } from "./desk-bar.tsx";
import { fits, inOrder } from "./order.ts";
import { usePlace } from "./place.ts";
import { StudentScreen } from "./student-screen.tsx";

/** The whole page of a class: all of it in a table, or one student. */
export function DeskApp({ state, connection }: { state: DeskState; connection: Connection }) {
  const [language, setLanguage] = useLanguage(state.language);
  const place = usePlace();
  const [sorted, setSorted] = useState<Sorted | null>(null);
  const [wanted, want] = useState<Wanted>({});
  const rows = useMemo(() => inOrder(state.rows, sorted, state.tests), [state.rows, sorted, state.tests]);
  const fitting = useMemo(() => rows.filter((row) => fits(row, wanted)), [rows, wanted]);
  const row = state.rows.find(({ stem }) => stem === place.student) ?? null;
  const at = fitting.findIndex(({ id }) => id === row?.id);
  const sort = (column: string) =>
    setSorted((before) => ({ column, isAscending: before?.column !== column || !before.isAscending }));
  return (
    <LanguageContext.Provider value={language}>
      <a class="skip" href={row ? "#chosen" : "#table"} onClick={skip}>
        <Say text={row ? uiTexts.skip : deskTexts.skip} />
      </a>
      <DeskBar
        {...{ state, connection, language, setLanguage, row }}
        before={at > 0 ? fitting[at - 1] : undefined}
        after={at === -1 ? undefined : fitting[at + 1]}
      />
      {state.problem !== null && (
        <p class="notice trouble" role="alert">
          <Say text={marksProblem(state.problem)} />
        </p>
      )}
      <ClassScreen {...{ state, rows, sorted, sort, want }} fitting={new Set(fitting)} isHidden={row !== null} />
      {row && <StudentScreen key={row.id} {...{ state, row }} test={place.test} />}
    </LanguageContext.Provider>
  );
}

/** Follows the link without changing the address, which names the student. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  const { hash } = event.currentTarget as HTMLAnchorElement;
  document.querySelector<HTMLElement>(hash)?.focus();
}
