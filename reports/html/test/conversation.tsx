import type { TestResult } from "../../../runner/result.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { EventList } from "../diagram/event-list.tsx";
import { diagramOf } from "../diagram/rows.ts";
import { SequenceDiagram } from "../diagram/sequence-diagram.tsx";
import { Say } from "../say.tsx";

/** What happened in the test: a picture, and the same in words for those who cannot see it. */
export function Conversation({ test, roles }: { test: TestResult; roles: readonly string[] }) {
  const diagram = diagramOf(test, roles);
  if (diagram === null) return null;
  const heading = `happened-${test.id}`;
  return (
    <section class="conversation">
      <h4 id={heading}>
        <Say text={studentPageTexts.conversation} />
      </h4>
      {/* It may be wider than the screen: whoever has no mouse scrolls it with the arrow keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no fieldset */}
      <div class="scroll" tabIndex={0} role="group" aria-labelledby={heading}>
        <SequenceDiagram diagram={diagram} />
      </div>
      <EventList rows={diagram.rows} />
    </section>
  );
}
