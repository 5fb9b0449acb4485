/// <reference lib="dom" />

import { useContext, useEffect, useRef } from "preact/hooks";
import type { TestResult } from "../../runner/model/result.ts";
import { printable } from "../../runner/texts/printable.ts";
import { Say } from "../html/say.tsx";
import { Excerpt } from "../html/test/excerpt.tsx";
import type { PlannedTest, RunView, SourceView } from "./contract.ts";
import { SourcesContext, useSource } from "./fetched.ts";

/** A line of the student's source. */
export interface Place {
  file: string;
  line: number;
}

interface Shown {
  view: RunView;
  test: PlannedTest;
  result: TestResult | undefined;
  /** The line that the chosen event names. */
  place: Place | null;
}

/** The program under test as it was in the run, at the line where it crashed or was stuck. */
export function Source({ view, test, result, place }: Shown) {
  const { failure, diagnosis } = result ?? {};
  const told = failure?.location ?? diagnosis?.lines?.[0] ?? null;
  const at = place ?? told;
  const file = at?.file ?? view.programs.find(({ role }) => role === test.program)?.file ?? null;
  const source = useSource(view.n, file);
  const { title } = useContext(SourcesContext);
  if (file === null) return null;
  const marked = [place, told, ...(diagnosis?.lines ?? [])].flatMap((each) => (each?.file === file ? each.line : []));
  return (
    <section class="source" aria-labelledby={`source-${view.n}`}>
      <h4 id={`source-${view.n}`}>
        <Say text={title} /> <code>{printable(at ? `${file}:${at.line}` : file)}</code>
      </h4>
      {source?.file === file ? (
        <Lines source={source} marked={new Set(marked)} at={at?.line ?? null} name={`source-${view.n}`} />
      ) : (
        failure?.location && <Excerpt location={failure.location} />
      )}
    </section>
  );
}

interface LinesProps {
  source: SourceView;
  marked: ReadonlySet<number>;
  at: number | null;
  name: string;
}

/** A file, line by line, with some lines marked and one scrolled into view. */
export function Lines({ source, marked, at, name }: LinesProps) {
  const scroll = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const line = scroll.current?.querySelector<HTMLElement>(`[data-line="${at}"]`);
    if (scroll.current && line) scroll.current.scrollTop = line.offsetTop - scroll.current.clientHeight / 3;
  }, [at, source]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a piece of source is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre class="lines" ref={scroll} tabIndex={0} role="group" aria-labelledby={name}>
      {source.lines.map((pieces, index) => (
        <span key={index} data-line={index + 1} class={marked.has(index + 1) ? "line marked" : "line"}>
          <span class="number">{index + 1}</span>
          {marked.has(index + 1) && <span class="unseen">▸ </span>}
          {pieces.map(({ words, kind }, piece) =>
            kind ? (
              <span key={piece} class={`of-${kind}`}>
                {words}
              </span>
            ) : (
              words
            ),
          )}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}
