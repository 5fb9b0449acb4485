import { useState } from "preact/hooks";
import type { Text } from "../../../runner/model/text.ts";
import { deskTexts } from "../../../runner/texts/desk.ts";
import { Say } from "../../html/say.tsx";
import { ask } from "./ask.ts";
import type { DeskRow, DeskState } from "./contract.ts";

interface Shown {
  row: DeskRow;
  now: DeskState["again"][string] | undefined;
}

/** Has a student's hand-in graded again, and shows the state of that, whoever requested it. */
export function AgainButton({ row, now }: Shown) {
  const [refused, setRefused] = useState<Text | null>(null);
  const isAsked = now !== undefined && now.state !== "failed";
  const why = refused ?? (now?.state === "failed" ? now.why : null);
  return (
    <>
      <button
        type="button"
        class="again"
        disabled={isAsked || row.isBusy || row.state === "missing"}
        onClick={() => void ask("again", { student: row.stem }).then(setRefused)}
      >
        <Say text={deskTexts.again} />
      </button>
      <span class={why ? "said refused" : "said"} role="status" data-again={now?.state ?? "none"}>
        {why && <Say text={why} />}
        {isAsked && <Say text={now.state === "waiting" ? deskTexts.againWaiting : deskTexts.againGrading} />}
        {!isAsked && row.isBusy && <Say text={deskTexts.gradedNow} />}
      </span>
    </>
  );
}
