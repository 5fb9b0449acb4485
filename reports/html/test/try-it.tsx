import { printable } from "../../../runner/texts/printable.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { Say } from "../say.tsx";

/** A command with which students see it for themselves, and a button that copies it. */
export function TryIt({ command }: { command: string }) {
  return (
    <section class="try-it">
      <h4>
        <Say text={studentPageTexts.tryIt} />
      </h4>
      <div class="command">
        <pre>{printable(command.trimEnd())}</pre>
        <button type="button" class="copy needs-script">
          <span class="rest">
            <Say text={studentPageTexts.copy} />
          </span>
          <span class="done" hidden>
            <Say text={studentPageTexts.copied} />
          </span>
        </button>
      </div>
    </section>
  );
}
