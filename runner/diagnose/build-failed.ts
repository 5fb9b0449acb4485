import { type Diagnoser, strength } from "./evidence.ts";
import { quotedLine, subject } from "./support/phrases.ts";
import { tracebackLines } from "./support/traceback-lines.ts";

/** The compiler refused the program. */
export const buildFailed: Diagnoser = (evidence) => {
  const { build, entry, failure } = evidence;
  if (build === null || failure.code !== "build-failed") return null;
  const message = firstMessage(build.output);
  const said = message === undefined ? "" : `: ${quotedLine(message)}`;
  return {
    strength: strength.named,
    saw: {
      en: `${subject(evidence).en} could not be built${said}.`,
      id: `${subject(evidence).id} gagal dikompilasi${said}.`,
    },
    lines: tracebackLines(build.output, entry),
  };
};

/** The first line that says what is wrong; compilers that do not call it an error name the place before it. */
function firstMessage(output: string): string | undefined {
  const lines = output.split("\n");
  return (
    lines.find((line) => /\berror(\[\w+\])?:|^\w*Error: /.test(line)) ??
    lines.find((line) => /^\S+:\d+(:\d+)?: /.test(line))
  );
}
