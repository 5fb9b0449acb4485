import type { Language, Text } from "../../runner/model/text.ts";
import { printable } from "../../runner/texts/printable.ts";
import { htmlDocument } from "./document.tsx";
import { Say } from "./say.tsx";
import { studentStyle } from "./style/student.ts";
import { Toolbar } from "./toolbar.tsx";

/** The page of a student without a result, which says why; `back` is the address of the class's page. */
export function noticePage(name: string, why: Text, language: Language, back?: string): string {
  return htmlDocument(
    { title: name, language, style: studentStyle, script: "student" },
    <>
      <Toolbar back={back} />
      <main>
        <h1>{printable(name)}</h1>
        <p class="notice">
          <Say text={why} />
        </p>
      </main>
    </>,
  );
}
