import type { ComponentChildren } from "preact";
import { classPageTexts } from "../../runner/texts/class-page.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { Say } from "./say.tsx";

/** The link back from a page, the page's own controls, and the choice of language. */
export function Toolbar({ back, children }: { back?: string | undefined; children?: ComponentChildren }) {
  return (
    <nav class="toolbar" aria-labelledby="toolbar-name">
      <span class="unseen" id="toolbar-name">
        <Say text={studentPageTexts.language} />
      </span>
      {back !== undefined && (
        <a class="back" href={back}>
          ← <Say text={classPageTexts.backToClass} />
        </a>
      )}
      {children}
      <button type="button" class="needs-script" data-language="en" lang="en">
        English
      </button>
      <button type="button" class="needs-script" data-language="id" lang="id">
        Indonesia
      </button>
    </nav>
  );
}
