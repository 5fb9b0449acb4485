import type { ComponentChildren } from "preact";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { Say } from "./say.tsx";

/** What can be set on a page: the language first, then whatever the page has besides. */
export function Toolbar({ children }: { children?: ComponentChildren }) {
  return (
    <nav class="toolbar" aria-labelledby="toolbar-name">
      <span class="unseen" id="toolbar-name">
        <Say text={studentPageTexts.language} />
      </span>
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
