import type { Language, Text } from "../../runner/model/text.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { useWords } from "../html/language.ts";
import { Say } from "../html/say.tsx";
import type { Connection } from "./connection.ts";

/** Whether the server is there, and what it is doing. */
export function ConnectionState({ connection, does }: { connection: Connection; does: Text }) {
  return (
    <p class={`connection ${connection}`} role="status">
      <Say text={connection === "open" ? does : uiTexts.away} />
    </p>
  );
}

interface Shown {
  language: Language;
  setLanguage(language: Language): void;
}

/** The choice of language. */
export function Languages({ language, setLanguage }: Shown) {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset
    <div class="languages" role="group" aria-label={words(studentPageTexts.language)}>
      {(["en", "id"] as const).map((each) => (
        <button
          key={each}
          type="button"
          class="needs-script"
          lang={each}
          aria-pressed={language === each}
          onClick={() => setLanguage(each)}
        >
          {each === "en" ? "English" : "Indonesia"}
        </button>
      ))}
    </div>
  );
}
