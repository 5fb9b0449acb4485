import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, Text } from "../../runner/model/text.ts";

/** The language that the page speaks now. */
export const LanguageContext = createContext<Language>("en");

/** Words of the page's language, where no element can stand: in an attribute. */
export function useWords(): (text: Text) => string {
  const language = useContext(LanguageContext);
  return (text) => text[language];
}
