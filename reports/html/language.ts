/// <reference lib="dom" />

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Language, Text } from "../../runner/model/text.ts";

/** The language that the page shows now. */
export const LanguageContext = createContext<Language>("en");

/** Text in the page's language, for attributes, which cannot contain elements. */
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
