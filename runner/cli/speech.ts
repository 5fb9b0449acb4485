import type { Command, Help } from "commander";
import { type Language, languages, type Text } from "../model/text.ts";
import { helpInIndonesian } from "../texts/help.ts";
import { optionNotes, usageErrors } from "../texts/usage.ts";
import { localeLanguage } from "./terminal.ts";

/** The language of help and errors: that of --lang, or else that of the locale. */
export function spokenLanguage(args: readonly string[] = process.argv): Language {
  const joined = args.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  const at = args.indexOf("--lang");
  const asked = joined ?? (at < 0 ? undefined : args[at + 1]);
  return languages.find((language) => language === asked) ?? localeLanguage(process.env);
}

/** A text of the help, for `addHelpText`. */
export function inHelp(text: Text): () => string {
  return () => text[spokenLanguage()];
}

/** Translates the help and errors of a program and all its commands. */
export function speak(program: Command, language: Language): void {
  if (language === "en") return;
  for (const command of [program, ...program.commands]) {
    command.description(translated(command.description()));
    for (const about of [...command.options, ...command.registeredArguments])
      about.description = translated(about.description);
    command
      .configureHelp({ ...command.configureHelp(), styleTitle: translated, ...noteStyles })
      .configureOutput({ outputError: (words, write) => write(inWordsOfErrors(words)) });
  }
}

/** The description of an option, without a default that only the code needs. */
export function withoutEmptyDefault(description: string): string {
  return description.replace(/ \(default: (?:\[\]|null)\)$/, "");
}

const noteStyles: Partial<Help> = {
  styleOptionDescription: withNotes,
  styleArgumentDescription: withNotes,
  styleSubcommandDescription: translated,
};

/** A list after a colon is not translated. */
function translated(words: string): string {
  const end = words.indexOf(": ") + 1;
  const label = helpInIndonesian[words.slice(0, end)];
  return helpInIndonesian[words] ?? (label === undefined ? words : `${label}${words.slice(end)}`);
}

function withNotes(words: string): string {
  const [description = "", ...notes] = withoutEmptyDefault(words).split(/(?= \((?:choices|default): )/);
  const known = Object.entries(helpInIndonesian).filter(([said]) => notes.some((note) => note.includes(`: ${said}`)));
  const told = [...optionNotes, ...known].reduce((note, [said, id]) => note.replace(said, id), notes.join(""));
  return translated(description) + told;
}

function inWordsOfErrors(words: string): string {
  return usageErrors.reduce((told, { said, id }) => told.replace(said, id), words);
}
