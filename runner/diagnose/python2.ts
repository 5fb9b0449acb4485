import { type Diagnoser, strength } from "./evidence.ts";

/** Python 3 refuses the program, and lines of it are Python 2. The one code for which the source is asked. */
export const python2: Diagnoser = ({ build, entry }) => {
  const [first, ...others] = build?.oldLines ?? [];
  if (build === null || first === undefined) return null;
  const file = entry ?? /File "([^"]+)"/.exec(build.output)?.[1];
  const more = others.length === 0 ? "" : ` + ${others.length}`;
  return {
    strength: strength.certain,
    saw: {
      en: `Python 3 cannot read your program, and line ${first}${more} is written for Python 2.`,
      id: `Python 3 tidak dapat membaca program Anda, dan baris ${first}${more} ditulis untuk Python 2.`,
    },
    ...(file !== undefined && { lines: [first, ...others].map((line) => ({ file, line })) }),
  };
};
