import type { Text } from "../model/text.ts";

/** What the command line's parser says about a wrong call, with the parts that it fills in. */
export const usageErrors: readonly { said: RegExp; id: string }[] = [
  { said: /^error: unknown command '(.*)'/, id: "error: perintah '$1' tidak dikenal" },
  { said: /^error: unknown option '(.*)'/, id: "error: opsi '$1' tidak dikenal" },
  { said: /^error: missing required argument '(.*)'/, id: "error: argumen '$1' belum diberikan" },
  { said: /^error: option '(.*)' argument missing/, id: "error: nilai untuk opsi '$1' belum diberikan" },
  {
    said: /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    id: "error: nilai '$2' untuk opsi '$1' tidak sah. Pilihannya: $3.",
  },
  { said: /^error: option '(.*)' argument '(.*)' is invalid\./, id: "error: nilai '$2' untuk opsi '$1' tidak sah." },
  { said: /^error: too many arguments.*/, id: "error: argumennya terlalu banyak." },
  { said: /\(Did you mean (.*)\?\)/, id: "(Maksud Anda $1?)" },
];

/** The words of a parser's notes on an option. */
export const optionNotes: readonly [said: string, id: string][] = [
  ["(choices: ", "(pilihan: "],
  ["(default: ", "(bawaan: "],
  [", default: ", ", bawaan: "],
];

/** What cannot be done as the command line asks for it. */
export const usageTexts = {
  noPath: (path: string): Text => ({
    en: `there is no file or folder ${path}`,
    id: `tidak ada berkas atau folder ${path}`,
  }),
  noLabAt: (path: string): Text => ({ en: `there is no lab at \`${path}\``, id: `tidak ada lab di \`${path}\`` }),
  noLabIn: (folder: string): Text => ({
    en: `the folder \`${folder}\` holds no lab.yaml`,
    id: `folder \`${folder}\` tidak berisi lab.yaml`,
  }),
  unknownLab: (name: string, meant: string | undefined): Text => ({
    en: `unknown lab \`${name}\`: ${meant ? `did you mean \`${meant}\`? ` : ""}\`wirecheck labs\` lists them`,
    id: `lab \`${name}\` tidak dikenal: ${meant ? `maksud Anda \`${meant}\`? ` : ""}\`wirecheck labs\` menampilkan daftarnya`,
  }),
  notInLab: (
    lab: string,
    what: "test" | "program",
    name: string,
    hint: { meant?: string; known: readonly string[] },
  ) => {
    const known = hint.known.join(", ");
    return {
      en: `the lab ${lab} has no ${what} \`${name}\`: ${hint.meant ? `did you mean \`${hint.meant}\`?` : `it has ${known}`}`,
      id: `lab ${lab} tidak memiliki ${what === "test" ? "tes" : "program"} \`${name}\`: ${hint.meant ? `maksud Anda \`${hint.meant}\`?` : `yang ada: ${known}`}`,
    } satisfies Text;
  },
};
