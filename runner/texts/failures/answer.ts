import type { KeptBytes } from "../../model/seen.ts";
import type { Text } from "../../model/text.ts";
import { fromBase64, textOf } from "../bytes.ts";
import { becauseOf } from "./because.ts";
import { capital, type FailureTexts, leadingPeer, program, quotedBytes, when } from "./phrases.ts";

/** A question was not answered as it should have been. */
export const answerFailures = {
  /**
   * Reads `who`, the program or the peer that asked, `expected`, `actual`. Facts: `question`; `overNetwork`, whether a peer
   * asked; `unwanted`, a word of the answer that belongs to another question; those of `becauseOf`.
   */
  "wrong-answer": (failure) => {
    const asked = quote(failure.facts?.question);
    const [wanted, got] = [oneOf(failure.expected), shown(failure.actual)];
    const should = when(wanted, ` The answer should have been ${wanted?.en}.`, ` Jawabannya seharusnya ${wanted?.id}.`);
    const unwanted = quote(failure.facts?.unwanted);
    const also = when(unwanted, ` ${unwanted} in it is something else.`, ` ${unwanted} di dalamnya adalah hal lain.`);
    const why = becauseOf(failure);
    const rest = { en: `${should.en}${also.en}${why.en}`, id: `${should.id}${also.id}${why.id}` };
    if (failure.facts?.overNetwork) {
      return {
        en: `${leadingPeer(failure).en} asked${asked && ` ${asked}`} and got ${got?.en ?? "a wrong answer"}.${rest.en}`,
        id: `${leadingPeer(failure).id} bertanya${asked && ` ${asked}`} dan menerima ${got?.id ?? "jawaban yang salah"}.${rest.id}`,
      };
    }
    return {
      en: `${capital(program(failure).en)}, asked${asked && ` ${asked}`}, printed ${got?.en ?? "nothing"}.${rest.en}`,
      id: `${capital(program(failure).id)}, ditanya${asked && ` ${asked}`}, ${got ? `mencetak ${got.id}` : "tidak mencetak apa pun"}.${rest.id}`,
    };
  },
} satisfies FailureTexts;

function quote(words: string | undefined): string {
  return words ? `“${words}”` : "";
}

/** The answers that are right, of which a step gives several with a comma between them. */
function oneOf(bytes: KeptBytes | undefined): Text | undefined {
  const answers = textOf(fromBase64(bytes?.head ?? "")).split(", ");
  if (answers.length === 1 || bytes?.tail !== undefined) return shown(bytes);
  const [last] = answers.slice(-1);
  const listed = (or: string) =>
    `${answers
      .slice(0, -1)
      .map((each) => `"${each}"`)
      .join(", ")} ${or} "${last}"`;
  return { en: listed("or"), id: listed("atau") };
}

/** Bytes in quotes; undefined where there are none. */
function shown(bytes: KeptBytes | undefined): Text | undefined {
  return bytes === undefined || bytes.length === 0 ? undefined : quotedBytes(bytes);
}
