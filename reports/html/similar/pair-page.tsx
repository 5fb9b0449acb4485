import type { ComparedHandIn, SharedPassage, SimilarPair } from "../../../runner/model/similarity.ts";
import type { Language } from "../../../runner/model/text.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { similarTexts } from "../../../runner/texts/similar.ts";
import { htmlDocument } from "../document.tsx";
import { Say } from "../say.tsx";
import { similarStyle } from "../style/similar.ts";
import { Toolbar } from "../toolbar.tsx";
import { ownersOf, percentOf } from "./words.ts";

/** Two hand-ins side by side, with shared passages marked in both; only for instructors. */
export function pairPage(pair: SimilarPair, language: Language, back: string): string {
  const { left, right, passages } = pair;
  const title = `${ownersOf(left)} · ${ownersOf(right)}`;
  return htmlDocument(
    { title, language, style: similarStyle, script: "student" },
    <>
      <Toolbar>
        <a class="back" href={back}>
          ← <Say text={similarTexts.allPairs} />
        </a>
      </Toolbar>
      <main>
        <h1>{printable(title)}</h1>
        <p class="about">
          {percentOf(pair)} <Say text={similarTexts.similarity} />. <Say text={similarTexts.about} />
        </p>
        <div class="sides">
          <Side handIn={left} passages={passages} side="left" />
          <Side handIn={right} passages={passages} side="right" />
        </div>
      </main>
    </>,
  );
}

interface SideProps {
  handIn: ComparedHandIn;
  passages: readonly SharedPassage[];
  side: "left" | "right";
}

/** A line in several passages is marked as part of the first one; the first line of each passage links to the other hand-in. */
function Side({ handIn, passages, side }: SideProps) {
  const other = side === "left" ? "right" : "left";
  return (
    <section>
      <h2>{printable(ownersOf(handIn))}</h2>
      <ol class="lines">
        {handIn.lines.map((line, row) => {
          const passage = passages.findIndex((each) => row >= each[side].from && row <= each[side].to);
          const isFirst = passage >= 0 && passages[passage]?.[side].from === row;
          const words = printable(line) || " ";
          return (
            <li
              key={row}
              class={passage < 0 ? "" : `shared shade-${passage % shades}`}
              id={isFirst ? `${side}-${passage}` : undefined}
            >
              {isFirst && <a href={`#${other}-${passage}`}>{passage + 1}</a>}
              <code>{words}</code>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const shades = 4;
