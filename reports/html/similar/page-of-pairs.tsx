import type { Similarity } from "../../../runner/model/similarity.ts";
import type { Language } from "../../../runner/model/text.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { similarTexts } from "../../../runner/texts/similar.ts";
import { htmlDocument } from "../document.tsx";
import { Say } from "../say.tsx";
import { similarStyle } from "../style/similar.ts";
import { Toolbar } from "../toolbar.tsx";
import { ownersOf, percentOf } from "./words.ts";

/** The most similar pairs of a class, each with a link to the page that shows both; only for instructors. */
export function pageOfPairs({ pairs, left }: Similarity, language: Language, pageOf: (pair: number) => string): string {
  return htmlDocument(
    { title: similarTexts.title[language], language, style: similarStyle, script: "student" },
    <>
      <Toolbar />
      <main>
        <h1>
          <Say text={similarTexts.title} />
        </h1>
        <p class="about">
          <Say text={similarTexts.about} />
        </p>
        {pairs.length === 0 ? (
          <p>
            <Say text={similarTexts.none} />
          </p>
        ) : (
          <table>
            <thead>
              <tr>
                {[similarTexts.similarity, similarTexts.first, similarTexts.second, similarTexts.passages].map(
                  (words) => (
                    <th key={words.en} scope="col">
                      <Say text={words} />
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair, index) => (
                <tr key={pageOf(index)}>
                  <td class="share">{percentOf(pair)}</td>
                  <td>{printable(ownersOf(pair.left))}</td>
                  <td>{printable(ownersOf(pair.right))}</td>
                  <td>
                    {pair.passages.length}{" "}
                    <a href={pageOf(index)}>
                      <Say text={similarTexts.sideBySide} />
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {left.length > 0 && (
          <p class="unread">
            <Say text={similarTexts.unread} />: {printable(left.join(", "))}
          </p>
        )}
      </main>
    </>,
  );
}
