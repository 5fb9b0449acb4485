import { type Cause, strength } from "./evidence.ts";

/** Python 3 refuses the program, and some of its lines are Python 2. The only cause that is proven from the source. */
export const python2: Cause = {
  about: "any",
  name: { en: "Written for Python 2", id: "Ditulis untuk Python 2" },
  idea: {
    en: "Python 2 has not been maintained since 2020. In Python 3 print is a function, and sockets carry bytes, not text.",
    id: "Python 2 sudah tidak dipelihara sejak 2020. Di Python 3, print adalah fungsi dan socket membawa bytes, bukan teks.",
  },
  look: {
    en: "Write print(…) with brackets, input() for raw_input(), send text.encode() and read data.decode(). Run it with python3.",
    id: "Tulis print(…) dengan tanda kurung, input() alih-alih raw_input(), kirim teks.encode() dan baca data.decode(). Jalankan dengan python3.",
  },
  find: ({ build, entry }) => {
    const [first, ...others] = build?.oldLines ?? [];
    if (build === null || first === undefined) return null;
    const file = entry ?? /File "([^"]+)"/.exec(build.output)?.[1];
    const [are, adalah] = linesOf([first, ...others]);
    return {
      strength: strength.certain,
      saw: {
        en: `Python 3 cannot read your program, and ${are} written for Python 2.`,
        id: `Python 3 tidak dapat membaca program Anda, dan ${adalah} ditulis untuk Python 2.`,
      },
      ...(file !== undefined && { lines: [first, ...others].map((line) => ({ file, line })) }),
    };
  },
};

function linesOf(lines: readonly number[]): [string, string] {
  const [first, last, count] = [lines.slice(0, -1).join(", "), lines.at(-1), lines.length];
  if (count === 1) return [`line ${last} is`, `baris ${last}`];
  if (count <= mostNamed) return [`lines ${first} and ${last} are`, `baris ${first} dan ${last}`];
  return [`line ${lines[0]} and ${count - 1} others are`, `baris ${lines[0]} dan ${count - 1} baris lainnya`];
}

const mostNamed = 4;
