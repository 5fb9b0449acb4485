import type { TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { studentPageTexts } from "../../../runner/texts/student-page.ts";
import { diagramOf, whenItPassed } from "../../support/diagram/rows.ts";
import { EventList } from "../diagram/event-list.tsx";
import { SequenceDiagram } from "../diagram/sequence-diagram.tsx";
import { Say } from "../say.tsx";

/** The events of the test; for a flaky test those of a passed and a failed play. */
export function Conversation({ test, roles }: { test: TestResult; roles: readonly string[] }) {
  const passed = whenItPassed(test);
  const { conversation, whenFailed, whenPassed } = studentPageTexts;
  if (passed === null) return <Played test={test} roles={roles} title={conversation} heading={`happened-${test.id}`} />;
  return (
    <>
      <Played test={test} roles={roles} title={whenFailed} heading={`happened-${test.id}`} />
      <Played test={passed} roles={roles} title={whenPassed} heading={`passed-${test.id}`} />
    </>
  );
}

interface PlayedProps {
  test: TestResult;
  roles: readonly string[];
  title: Text;
  /** Id of the heading. */
  heading: string;
}

/** A picture, and the same in words for readers who cannot see it. */
function Played({ test, roles, title, heading }: PlayedProps) {
  const diagram = diagramOf(test, roles, { peers: 4, rows: mostRows[test.status], noteColumns: 36, noteLines: 5 });
  if (diagram === null) return null;
  return (
    <section class="conversation">
      <h4 id={heading}>
        <Say text={title} />
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

/** A test that passed has less to explain. */
const mostRows: Record<TestResult["status"], number> = { passed: 18, skipped: 18, failed: 44, error: 44 };
