import type { Similarity } from "../../../runner/model/similarity.ts";
import type { Language } from "../../../runner/model/text.ts";
import type { ReportFile } from "../../support/report-format.ts";
import { pageOfPairs } from "./page-of-pairs.tsx";
import { pairPage } from "./pair-page.tsx";

/** The page of the most similar pairs, and one page for each of them; not for students. */
export function* similarFiles(similarity: Similarity, language: Language): Generator<ReportFile> {
  const nameOf = (pair: number) => `pair-${pair + 1}.html`;
  yield { path: "similar/index.html", content: pageOfPairs(similarity, language, nameOf) };
  for (const [index, pair] of similarity.pairs.entries())
    yield { path: `similar/${nameOf(index)}`, content: pairPage(pair, language, "index.html") };
}
