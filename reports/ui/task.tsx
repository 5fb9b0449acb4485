import { printable } from "../../runner/texts/printable.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { Say } from "../html/say.tsx";
import type { State } from "./contract.ts";

/** The lab's task. */
export function Task({ lab: { summary, handout, programs } }: { lab: State["lab"] }) {
  return (
    <details class="task">
      <summary>
        <Say text={uiTexts.task} />
      </summary>
      {summary && (
        <p>
          <Say text={summary} />
        </p>
      )}
      <dl>
        {programs.map(({ role, about }) => (
          <div key={role}>
            <dt>{printable(role)}</dt>
            <dd>
              <Say text={about} />
            </dd>
          </div>
        ))}
      </dl>
      {handout && <p class="from">{printable(handout)}</p>}
    </details>
  );
}
