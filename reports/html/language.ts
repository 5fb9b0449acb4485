/// <reference lib="dom" />

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Language, Text } from "../../runner/model/text.ts";

/** The language that the page speaks now. */
export const LanguageContext = createContext<Language>("en");

/** Words of the page's language, where no element can stand: in an attribute. */
export function useWords(): (text: Text) => string {
  const language = useContext(LanguageContext);
  return (text) => text[language];
}

/** The language of a page that its reader can change. */
export function useLanguage(first: Language): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return [language, setLanguage];
}
