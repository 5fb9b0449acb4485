import type { Language } from "../../runner/model/text.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import { useWords } from "../html/language.ts";
import { Say } from "../html/say.tsx";
import type { Connection } from "./connection.ts";
import type { State } from "./contract.ts";
import { run } from "./fetched.ts";
import { ConnectionState, Languages } from "./languages.tsx";

interface Shown {
  state: State;
  connection: Connection;
  language: Language;
  setLanguage(language: Language): void;
}

/** The actions, the state of the connection, and the language. */
export function TopBar({ state, connection, language, setLanguage }: Shown) {
  const words = useWords();
  const failed = Object.values(state.now?.tests ?? {}).some(({ status }) => status === "failed" || status === "error");
  return (
    <nav class="bar" aria-label={words(uiTexts.controls)}>
      <ConnectionState connection={connection} does={uiTexts.connected} />
      <div class="orders">
        <button type="button" class="needs-script" onClick={() => run({ tests: "all" })}>
          <Say text={uiTexts.runAll} />
        </button>
        <button type="button" class="needs-script" disabled={!failed} onClick={() => run({ tests: "failed" })}>
          <Say text={uiTexts.runFailed} />
        </button>
        <button type="button" class="needs-script" onClick={() => run({ tests: "all", seed: "new" })}>
          <Say text={uiTexts.newSeed} />
        </button>
      </div>
      <Languages {...{ language, setLanguage }} />
    </nav>
  );
}
