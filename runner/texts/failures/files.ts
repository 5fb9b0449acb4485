import { byteCount } from "../quantity.ts";
import { becauseOf } from "./because.ts";
import { capital, type FailureTexts, program, when } from "./phrases.ts";

/** What a program wrote into a file. All read `who`, the program. Facts: `path`. */
export const fileFailures = {
  "no-file": (failure) => {
    const why = becauseOf(failure);
    const path = when(failure.facts?.path, ` ${failure.facts?.path}`, ` ${failure.facts?.path}`).en;
    return {
      en: `${capital(program(failure).en)} wrote no file${path} into its working folder.${why.en}`,
      id: `${capital(program(failure).id)} tidak menulis file${path} di folder kerjanya.${why.id}`,
    };
  },

  /** Reads `actual`. */
  "file-left": (failure) => {
    const path = when(failure.facts?.path, ` ${failure.facts?.path}`, ` ${failure.facts?.path}`).en;
    return {
      en: `${capital(program(failure).en)} left a file${path} behind, where there should be none.`,
      id: `${capital(program(failure).id)} meninggalkan file${path}, padahal seharusnya tidak ada.`,
    };
  },

  /** Reads `expected`, `actual`, `difference`. Facts: those of `becauseOf`. */
  "file-differs": (failure) => {
    const why = becauseOf(failure);
    const path = when(failure.facts?.path, ` ${failure.facts?.path}`, ` ${failure.facts?.path}`).en;
    const { expected, actual } = failure;
    if (!expected || !actual || expected.length === actual.length) {
      return {
        en: `The file${path} that ${program(failure).en} wrote does not hold the right bytes.${why.en}`,
        id: `Isi file${path} yang ditulis ${program(failure).id} tidak sesuai.${why.id}`,
      };
    }
    const [wanted, got] = [byteCount(expected.length), byteCount(actual.length)];
    return {
      en: `The file${path} that ${program(failure).en} wrote has ${got.en}; it should have ${wanted.en}.${why.en}`,
      id: `File${path} yang ditulis ${program(failure).id} berisi ${got.id}; seharusnya ${wanted.id}.${why.id}`,
    };
  },
} satisfies FailureTexts;
