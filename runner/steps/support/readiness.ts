import { plainAddress } from "../../linux/addresses.ts";
import type { SocketSample } from "../../linux/socket-sample.ts";
import type { LaunchedProgram, StepContext, StepFailure } from "../step-context.ts";
import { blameTheNetwork } from "./foreign-address.ts";
import { listeningSocket } from "./listening-path.ts";

/** How often to ask the kernel whether the program listens, in milliseconds; a test connection would use up an accept(). */
const pollMs = 2;

/** Waits until the program listens; returns a failure if it never will. */
export async function awaitListening(server: LaunchedProgram, context: StepContext): Promise<StepFailure | null> {
  const path = context.pathOf(server.of);
  if (path !== null) return awaitPath(server, path, context);
  const waited = await context.until(() => listeningOrGone(server), { pollMs });
  if ("value" in waited && waited.value !== "gone") {
    const [socket] = waited.value;
    server.listenedOn = socket?.localPort ?? null;
    if (socket)
      context.transcript.record(server.role, "listening", {
        detail: `${plainAddress(socket.localAddress)} port ${socket.localPort}`,
      });
    return null;
  }
  blameTheNetwork(server, context);
  const exit = server.exit();
  const isUdp = context.transport(server.of) === "udp";
  const about = { who: server.role, ...("gaveUp" in waited && { gaveUp: waited.gaveUp }) };
  return exit
    ? { code: "exited-early", ...about, facts: { status: exit.status } }
    : { code: "not-listening", ...about, ...(isUdp && { facts: { over: "udp" } }) };
}

async function awaitPath(server: LaunchedProgram, path: string, context: StepContext): Promise<StepFailure | null> {
  const held = await listeningSocket(server, path, context);
  if ("code" in held) return held;
  held.release();
  context.transcript.record(server.role, "listening", { detail: path });
  return null;
}

function listeningOrGone(server: LaunchedProgram): SocketSample[] | "gone" | undefined {
  if (server.exit()) return "gone";
  const sockets = server.serving();
  return sockets.length > 0 ? sockets : undefined;
}
