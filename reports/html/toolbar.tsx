import type { ComponentChildren } from "preact";
import { classPageTexts } from "../../runner/texts/class-page.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { Say } from "./say.tsx";

/** Where a page leads back to, and what can be set on it: whatever the page has, and the language. */
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
