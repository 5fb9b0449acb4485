/// <reference lib="dom" />

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { EventList, RowWords } from "../html/diagram/event-list.tsx";
import { SequenceDiagram } from "../html/diagram/sequence-diagram.tsx";
import { useWords } from "../html/language.ts";
import { Say } from "../html/say.tsx";
import { diagramOf, type Played } from "../support/diagram/rows.ts";
import { placeOf } from "./place-of.ts";
import type { Place } from "./source.tsx";

interface Shown {
  played: Played;
  roles: readonly string[];
  isLive: boolean;
  /** Distinguishes this timeline from others on the page. */
  name: string;
  /** Called with the source line that an event names. */
  setPlace(place: Place | null): void;
}

/** The conversation as a diagram that grows while the test plays; afterwards one can step through its events. */
export function Timeline({ played, roles, isLive, name, setPlace }: Shown) {
  const diagram = useMemo(() => diagramOf(played, roles, room), [played, roles.join()]);
  const [moment, setMoment] = useState<number | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const last = (diagram?.rows.length ?? 0) - 1;
  const go = (to: number) => setMoment(Math.max(0, Math.min(last, to)));
  const row = moment === null ? undefined : diagram?.rows[moment];
  useEffect(() => setPlace(row ? placeOf(row, played.transcript) : null), [row]);
  useEffect(() => follow(scroll.current, moment, isLive), [moment, last]);
  if (diagram === null) return null;
  return (
    <section class="conversation">
      <h4 id={`happened-${name}`}>
        <Say text={studentPageTexts.conversation} />
      </h4>
      {!isLive && <Scrubber {...{ moment, last, go, name }} all={() => setMoment(null)} />}
      <p class="moment-words" role="status">
        {row && <RowWords row={row} />}
      </p>
      {/* It may be larger than its place: whoever has no mouse scrolls it with the arrow keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a picture is no fieldset */}
      <div class="scroll" ref={scroll} tabIndex={0} role="group" aria-labelledby={`happened-${name}`}>
        <SequenceDiagram diagram={diagram} moment={moment ?? undefined} />
      </div>
      <EventList rows={diagram.rows} />
    </section>
  );
}

/** More than in a report, because the diagram can be scrolled here. */
const room = { peers: 4, rows: 90, noteColumns: 36, noteLines: 8 };

interface ScrubberProps {
  moment: number | null;
  last: number;
  name: string;
  go(to: number): void;
  all(): void;
}

function Scrubber({ moment, last, name, go, all }: ScrubberProps) {
  const words = useWords();
  const at = moment ?? last;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons and a slider is no fieldset
    <div
      class="scrubber"
      role="group"
      aria-label={words(uiTexts.moment)}
      onKeyDown={(event) => byKey(event, at, last, go)}
    >
      <button type="button" aria-label={words(uiTexts.earlier)} disabled={at <= 0} onClick={() => go(at - 1)}>
        ◂
      </button>
      <input
        id={`moment-${name}`}
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={words(uiTexts.moment)}
        aria-valuetext={`${at + 1} / ${last + 1}`}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      <button type="button" aria-label={words(uiTexts.later)} disabled={at >= last} onClick={() => go(at + 1)}>
        ▸
      </button>
      <span class="count">
        {at + 1}/{last + 1}
      </span>
      <button type="button" disabled={moment === null} onClick={all}>
        <Say text={uiTexts.allAtOnce} />
      </button>
    </div>
  );
}

/** The slider handles arrow keys itself; on the buttons next to it they move between events, too. */
function byKey(event: KeyboardEvent, shown: number, last: number, go: (to: number) => void): void {
  if (event.target instanceof HTMLInputElement) return;
  const to = { ArrowLeft: shown - 1, ArrowRight: shown + 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  go(to);
}

/** Keeps the chosen or the newest event in view. */
function follow(scroll: HTMLElement | null, moment: number | null, isLive: boolean): void {
  if (!scroll) return;
  if (isLive) scroll.scrollTop = scroll.scrollHeight;
  const mark = moment === null ? null : scroll.querySelector<SVGRectElement>(".moment");
  if (!mark) return;
  const [place, window] = [mark.getBoundingClientRect(), scroll.getBoundingClientRect()];
  const isInSight = place.top > window.top && place.bottom < window.bottom;
  if (!isInSight) scroll.scrollTop += place.top - window.top - window.height / 2;
}
