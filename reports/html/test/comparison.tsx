import type { Failure } from "../../../runner/model/failure.ts";
import type { Difference, KeptBytes } from "../../../runner/model/seen.ts";
import type { Text } from "../../../runner/model/text.ts";
import { fromBase64 } from "../../../runner/texts/bytes.ts";
import { byteCount } from "../../../runner/texts/quantity.ts";
import { firstDifferenceAt, moreBytes, studentPageTexts } from "../../../runner/texts/student-page.ts";
import { type ByteWindow, hexWindow, type KnownBytes, textWindow } from "../../support/bytes/byte-window.ts";
import { Say } from "../say.tsx";

/** The expected and the received bytes, as text and as numbers, with the first difference marked in both. */
export function Comparison({ failure }: { failure: Failure }) {
  const { expected, actual, difference } = failure;
  if (!expected && !actual) return null;
  const mark = difference && actual && actual.length > 0 ? difference.offset : null;
  return (
    <div class="comparison">
      {expected && (
        <Side
          label={studentPageTexts.expected}
          kept={expected}
          known={knownOf(expected, difference, "expected")}
          mark={mark}
        />
      )}
      <Side
        label={studentPageTexts.came}
        kept={actual ?? nothingKept}
        known={knownOf(actual ?? nothingKept, difference, "actual")}
        mark={mark}
      />
      {mark !== null && (
        <p class="parting">
          <Say text={firstDifferenceAt(mark)} />
        </p>
      )}
    </div>
  );
}

const nothingKept: KeptBytes = { length: 0, head: "" };

/** All bytes if the result kept them, otherwise the window around the difference. */
function knownOf(kept: KeptBytes, difference: Difference | undefined, side: "expected" | "actual"): KnownBytes {
  const { length } = kept;
  const isFar = difference !== undefined && kept.tail !== undefined && difference.offset > 0;
  if (!isFar) return { bytes: fromBase64(kept.head), start: 0, length };
  return { bytes: fromBase64(difference[side]), start: difference.windowStart, length };
}

function Side({ label, kept, known, mark }: { label: Text; kept: KeptBytes; known: KnownBytes; mark: number | null }) {
  const stops = mark !== null && mark >= kept.length;
  return (
    <div class="side">
      <h5>
        <Say text={label} />{" "}
        <small>
          {kept.length === 0 ? <Say text={studentPageTexts.nothing} /> : <Say text={byteCount(kept.length)} />}
        </small>
      </h5>
      {kept.length > 0 && (
        <>
          <Bytes shown={textWindow(known, shownColumns, mark)} stops={stops} kind="text" />
          <Bytes shown={hexWindow(known, shownColumns, mark)} stops={stops} kind="hex" />
        </>
      )}
    </div>
  );
}

/** About two lines on a wide screen. */
const shownColumns = 120;

function Bytes({ shown, stops, kind }: { shown: ByteWindow; stops: boolean; kind: "text" | "hex" }) {
  const { bytesBefore, before, at, after, bytesAfter } = shown;
  const gap = kind === "hex" ? " " : "";
  return (
    <p class={`bytes ${kind}`}>
      {bytesBefore > 0 && <LeftOut count={bytesBefore} />}
      {before}
      {before && at && gap}
      {at && <mark>{at}</mark>}
      {at && after && gap}
      {after}
      {stops && kind === "text" && (
        <mark class="stop">
          <Say text={studentPageTexts.endsHere} />
        </mark>
      )}
      {bytesAfter > 0 && <LeftOut count={bytesAfter} />}
    </p>
  );
}

function LeftOut({ count }: { count: number }) {
  return (
    <span class="left-out">
      {" "}
      <Say text={moreBytes(count)} />{" "}
    </span>
  );
}
