import type { FoundProgram, TestResult } from "../../../runner/model/result.ts";
import type { Text } from "../../../runner/model/text.ts";
import { consoleTexts } from "../../../runner/texts/console.ts";
import { printable } from "../../../runner/texts/printable.ts";
import { wholeOutputTexts } from "../../../runner/texts/whole-output.ts";
import { lastLines, tellingOutput, withoutHome } from "../../support/words/last-lines.ts";
import { wholeOutput } from "../../support/words/whole-output.ts";
import { Say } from "../say.tsx";

/** The compiler's message if the program did not build, otherwise the last lines of output that explain the failure. */
export function Printed({ test, programs }: { test: TestResult; programs: readonly FoundProgram[] }) {
  if (test.failure?.code === "build-failed") {
    const said = programs.find(({ role }) => role === test.program)?.build;
    return said ? <Block label={consoleTexts.compiler} words={withoutHome(said.trimEnd())} /> : null;
  }
  const shown = tellingOutput(test);
  return shown && <Block label={consoleTexts[shown.stream]} words={lastLines(shown.text).join("\n")} />;
}

function Block({ label, words }: { label: Text; words: string }) {
  return (
    <section class="printed">
      <h4>
        <Say text={label} />
      </h4>
      <pre>{printable(words)}</pre>
    </section>
  );
}

/** All output of the program, collapsed; nothing if it is already shown above. */
export function WholeOutput({ test, shown }: { test: TestResult; shown: boolean }) {
  const streams = wholeOutput(test);
  const telling = shown ? tellingOutput(test) : null;
  const isShown = ({ stream, text }: (typeof streams)[number]) =>
    telling?.stream === stream && lastLines(telling.text).join("\n") === text;
  if (streams.every(isShown)) return null;
  return (
    <details class="whole-output">
      <summary>
        <Say text={wholeOutputTexts.all} />
      </summary>
      {streams.map(({ stream, text }) => (
        <Block key={stream} label={wholeOutputTexts[stream]} words={text} />
      ))}
    </details>
  );
}
