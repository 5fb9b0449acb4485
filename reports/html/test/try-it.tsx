/// <reference lib="dom" />

import { useEffect, useState } from "preact/hooks";
import { printable } from "../../../runner/texts/printable.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { Say } from "../say.tsx";

/** A command with which students see it for themselves, and a button that copies it: by itself, or by the page's script. */
export function TryIt({ command }: { command: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const words = printable(command.trimEnd());
  const copy = () => navigator.clipboard.writeText(words).then(() => setCopied(true));
  return (
    <section class="try-it">
      <h4>
        <Say text={studentPageTexts.tryIt} />
      </h4>
      <div class="command">
        <pre>{words}</pre>
        <button type="button" class="copy needs-script" onClick={() => void copy().catch(() => {})}>
          <span class="rest" hidden={isCopied}>
            <Say text={studentPageTexts.copy} />
          </span>
          <span class="done" hidden={!isCopied}>
            <Say text={studentPageTexts.copied} />
          </span>
        </button>
      </div>
    </section>
  );
}

/** How long the button shows that it has copied. */
const shownMs = 2000;
