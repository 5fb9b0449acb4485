import type { Text } from "../../../runner/model/text.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { Say } from "../say.tsx";

/** The idea that a test teaches. */
export function Why({ why }: { why: Text }) {
  return (
    <section class="why">
      <h4>
        <Say text={studentPageTexts.why} />
      </h4>
      <p>
        <Say text={why} />
      </p>
    </section>
  );
}
