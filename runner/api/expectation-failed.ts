import { causeName } from "../../reports/support/words/cause-words.ts";
import type { Failure } from "../model/failure.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Language } from "../model/text.ts";
import { consoleTexts } from "../texts/console.ts";
import { failureSentence } from "../texts/failures.ts";
import { printable } from "../texts/printable.ts";

/** A program did not do what a step expects of it; documented for callers in api/index.d.ts. */
export class ExpectationFailed extends Error {
  override name = "ExpectationFailed";
  readonly failure: Failure;
  readonly diagnosis: Outcome["diagnosis"];
  readonly transcript: Outcome["transcript"];
  readonly output: Outcome["output"];

  constructor(failure: Failure, { diagnosis, transcript, output }: Outcome, language: Language) {
    super(told(failure, diagnosis, language));
    this.failure = failure;
    this.diagnosis = diagnosis;
    this.transcript = transcript;
    this.output = output;
  }
}

/** The sentence that a student reads, its cause and the source lines. */
function told(failure: Failure, diagnosis: Outcome["diagnosis"], language: Language): string {
  const sentence = failureSentence(failure, language);
  const cause =
    diagnosis && `${consoleTexts.cause[language]}: ${causeName(diagnosis)[language]}. ${diagnosis.saw[language]}`;
  const lines = failure.location ? [failure.location] : (diagnosis?.lines ?? []);
  const places = lines.map(({ file, line }) => `${file}:${line}`).join(", ");
  return printable([sentence, ...(cause ? [cause] : []), ...(places ? [places] : [])].join("\n"));
}
