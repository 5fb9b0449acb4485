import { TcpPeer } from "../../wire/tcp-peer.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "../step-context.ts";
import { patience, quiet } from "../wait.ts";
import { nothingCame } from "./expect-match.ts";
import { streamOrDatagramPeer } from "./names.ts";
import { printed } from "./printed.ts";

/** How long a program may pause within a line, if it cannot be proven that nothing more will arrive. */
const pauseMs = 200;

/** How many characters of a question a sentence shows. */
const longestQuestion = 60;

/** The output of a program since it was asked, without its prompt. */
export function printedAnswer(program: LaunchedProgram): string {
  const { output, promptBytes } = program;
  if (promptBytes === null) return printed(program);
  const [stdout, stderr] = [Buffer.concat(output.stdout), Buffer.concat(output.stderr)];
  const prompt = promptOf(stdout.subarray(0, promptBytes.stdout));
  // Standard output is put last: its last line, if it has no newline, may be the next prompt.
  const since = [stderr.subarray(promptBytes.stderr), stdout.subarray(promptBytes.stdout)].join("\n");
  return prompt === "" ? since : since.replaceAll(prompt, "\n");
}

/** The prompt: the last line, which has no newline. */
function promptOf(output: Buffer): string {
  return output.toString().split("\n").at(-1)?.trim() ?? "";
}

/** The next line that a peer receives, or its beginning if the stream ends or pauses; over UDP, the next datagram. */
export async function receivedAnswer(
  name: string,
  within: string | undefined,
  context: StepContext,
): Promise<string | StepFailure> {
  const peer = streamOrDatagramPeer(context, name);
  if (peer instanceof TcpPeer) return receivedLine(peer, within, context);
  const waited = await context.until(() => peer.take() ?? undefined, patience(within));
  return "value" in waited ? waited.value.bytes.toString() : { code: "no-reply", who: name, gaveUp: waited.gaveUp };
}

async function receivedLine(
  peer: TcpPeer,
  within: string | undefined,
  context: StepContext,
): Promise<string | StepFailure> {
  const size = () => peer.inbox.length;
  const first = await context.until(() => (size() > 0 || peer.end ? true : undefined), patience(within));
  if (size() === 0) {
    return { code: nothingCame(peer), who: peer.name, ...("gaveUp" in first && { gaveUp: first.gaveUp }) };
  }
  const lineEnd = () => peer.inbox.peek().indexOf("\n");
  for (let before = 0; before !== size() && lineEnd() < 0 && !peer.end; ) {
    before = size();
    await context.until(() => (size() > before || peer.end ? true : undefined), quiet(pauseMs));
  }
  return peer.inbox.take(lineEnd() < 0 ? size() : lineEnd() + 1).toString();
}

/** The question, for a sentence about its answer: the arguments of the program, or what the peer sent last. */
export function questionTo(who: LaunchedProgram | string, context: StepContext): string {
  if (typeof who !== "string") return who.words.join(" ");
  const sent = Buffer.concat(streamOrDatagramPeer(context, who).lastWrites).toString().trim();
  return sent.length > longestQuestion ? `${sent.slice(0, longestQuestion)}…` : sent;
}
