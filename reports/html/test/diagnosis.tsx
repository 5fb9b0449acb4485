import type { Diagnosis } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { withoutHome } from "../../support/words/last-lines.ts";
import { Say } from "../say.tsx";

/** The misconception that the evidence proves, the evidence, and what to look at. */
export function DiagnosisCard({ diagnosis, name }: { diagnosis: Diagnosis; name: Text }) {
  const { code, saw, idea, look, lines = [] } = diagnosis;
  return (
    <section class="diagnosis">
      <h4>
        <Say text={name} /> <code>{code}</code>
      </h4>
      <p class="saw">
        <Say text={{ en: withoutHome(saw.en), id: withoutHome(saw.id) }} />
      </p>
      <dl>
        <dt>
          <Say text={studentPageTexts.idea} />
        </dt>
        <dd>
          <Say text={idea} />
        </dd>
        <dt>
          <Say text={studentPageTexts.look} />
        </dt>
        <dd>
          <Say text={look} />
        </dd>
        {lines.length > 0 && (
          <>
            <dt>
              <Say text={studentPageTexts.lines} />
            </dt>
            <dd>
              <code>{printable(lines.map(({ file, line }) => `${file}:${line}`).join(", "))}</code>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
