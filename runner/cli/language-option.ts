import { Option } from "commander";
import { languages } from "../model/text.ts";

/** `--lang`: the language in which a command speaks about labs and marks. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of what is printed").choices(languages).default("en");
}
