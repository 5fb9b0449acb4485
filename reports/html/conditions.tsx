import type { ComponentChildren } from "preact";
import type { FoundProgram, Result } from "../../runner/model/result.ts";
import type { Text } from "../../runner/model/text.ts";
import { consoleTexts } from "../../runner/texts/console.ts";
import { printable } from "../../runner/texts/printable.ts";
import { timeSpan } from "../../runner/texts/quantity.ts";
import { studentPageTexts } from "../../runner/texts/student-page.ts";
import { wallsText } from "../../runner/texts/walls.ts";
import { Say } from "./say.tsx";

/** The programs that were found in the hand-in. */
export function Programs({ programs }: { programs: readonly FoundProgram[] }) {
  if (programs.length === 0) return null;
  return (
    <section class="programs">
      <h2>
        <Say text={studentPageTexts.programs} />
      </h2>
      <dl>
        {programs.map((program) => (
          <Entry key={program.role} name={printable(program.role)}>
            <Program program={program} />
          </Entry>
        ))}
      </dl>
    </section>
  );
}

function Program({ program: { file, language, port, note } }: { program: FoundProgram }) {
  if (file === null) return <Say text={consoleTexts.notFound} />;
  return (
    <>
      <code>{printable(file)}</code>
      {language && ` · ${printable(language)}`}
      {port && (
        <>
          {" · "}
          <Say text={consoleTexts.port} />: <Say text={port} />
        </>
      )}
      {note && (
        <p class="note">
          <Say text={note} />
        </p>
      )}
    </>
  );
}

/** The conditions of the grading, so that it can be repeated. */
export function Conditions({ result }: { result: Result }) {
  const { seed, isolation, versions, startedAt, durationMs, submission } = result;
  return (
    <footer class="conditions">
      <h2>
        <Say text={studentPageTexts.conditions} />
      </h2>
      <dl>
        <Entry name={<Say text={studentPageTexts.gradedAt} />}>
          <time dateTime={startedAt}>{startedAt.slice(0, 16).replace("T", " ")} UTC</time> ·{" "}
          <Say text={timeSpan(durationMs)} />
        </Entry>
        {seed !== null && <Entry name={<Say text={studentPageTexts.seed} />}>{seed}</Entry>}
        <Entry name={<Say text={studentPageTexts.isolation} />}>
          <Say text={wallsText(isolation)} />
          {isolation.why && <Reason why={isolation.why} />}
        </Entry>
        <Entry name={<Say text={studentPageTexts.versions} />}>
          {printable(
            Object.entries(versions)
              .map(([name, version]) => (version.startsWith(name) ? version : `${name} ${version}`))
              .join(", "),
          )}
        </Entry>
        {submission.sha256 && (
          <Entry name={<Say text={studentPageTexts.digest} />}>
            <code>{submission.sha256}</code>
          </Entry>
        )}
      </dl>
    </footer>
  );
}

function Reason({ why }: { why: Text }) {
  return (
    <>
      {" ("}
      <Say text={why} />)
    </>
  );
}

function Entry({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
