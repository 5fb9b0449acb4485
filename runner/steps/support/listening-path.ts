import type { HeldSocket } from "../../linux/unix-sockets.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "../step-context.ts";

/** How often to check whether a program listens, in milliseconds. */
const pollMs = 2;

/** Waits until a program listens at a path in its working folder and opens the socket; returns a failure if it never will. */
export async function listeningSocket(
  server: LaunchedProgram,
  path: string,
  context: StepContext,
): Promise<HeldSocket | StepFailure> {
  const waited = await context.until(() => (server.exit() ? "gone" : (server.program.listeningAt(path) ?? undefined)), {
    pollMs,
  });
  if ("value" in waited && waited.value !== "gone") return waited.value;
  const exit = server.exit();
  return {
    code: exit ? "exited-early" : "not-listening",
    who: server.role,
    facts: { path, ...(exit && { status: exit.status }) },
    ...("gaveUp" in waited && { gaveUp: waited.gaveUp }),
  };
}
