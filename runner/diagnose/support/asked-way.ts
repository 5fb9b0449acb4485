import type { Evidence } from "../evidence.ts";
import { happened } from "./conversations.ts";

/** Whether the program listened when launched in another way, but not in the way the lab asks for. */
export function isDeafToTheAskedWay(evidence: Evidence): boolean {
  const { failure, port, kind } = evidence;
  const wasAsked = evidence.transcript.filter((event) => event.kind === "started").length === 1;
  const neverListened = ["exited-early", "not-listening"].includes(failure.code) && !happened(evidence, "listening");
  return kind === "server" && wasAsked && neverListened && port.asked !== port.method && port.method !== "typed";
}
