import * as z from "zod";
import { defineShortStep } from "./step.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "./step-context.ts";
import { atRest, onceReady } from "./support/at-rest.ts";
import { launched, programName } from "./support/names.ts";
import { awaitListening } from "./support/readiness.ts";

const fields = z.strictObject({
  of: programName,
  port: z.enum(["any", "given"]).optional().describe("given: on the port that it was given. @default any"),
});

export const expectListening = defineShortStep({
  summary:
    "A program must listen, and must still run once it rests; with `port: given`, it must listen on the port that it was given.",
  example: "- expect-listening: { of: server, port: given }",
  short: "of",
  schema: fields,
  onlyTalks: true,
  async play(step, context) {
    const server = launched(context, step.of);
    const failure = (await awaitListening(server, context)) ?? (await endedAfterwards(server, context));
    if (failure || step.port !== "given" || server.givenPort === null) return failure;
    const ports = server.serving().map((socket) => socket.localPort);
    if (ports.includes(server.givenPort)) return null;
    return { code: "wrong-port", who: step.of, facts: { given: server.givenPort, found: ports[0] ?? 0 } };
  },
});

/** Waits until the server rests: it may end right after listen(), with an error or because a child goes on as a daemon. */
async function endedAfterwards(server: LaunchedProgram, context: StepContext): Promise<StepFailure | null> {
  await atRest(server, context, onceReady);
  return server.exit() ? awaitListening(server, context) : null;
}
