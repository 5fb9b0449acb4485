import type { Text } from "../../model/text.ts";
import { TcpPeer } from "../../wire/tcp-peer.ts";
import type { StepContext, StepFailure, WrittenSteps } from "../step-context.ts";
import { patience } from "../wait.ts";
import { nothingCame } from "./expect-match.ts";
import { LabFault } from "./names.ts";

/** The parameter of a function among the steps of a lab; api/index.d.ts documents it for authors of labs. */
export interface Play {
  steps(...steps: WrittenSteps): Promise<void>;
  send(peer: string, bytes: Uint8Array | string): Promise<void>;
  receive(peer: string, options?: { bytes?: number; within?: string }): Promise<Buffer>;
  readonly values: Map<string, string>;
  random(bytes: number, label?: string): Buffer;
  fail(says: string | Text): never;
}

export type StepFunction = (play: Play) => Promise<void> | void;

/** Thrown to end a function whose test has failed. */
export class StepsEnd extends Error {
  readonly failure: StepFailure;

  constructor(failure: StepFailure) {
    super(`the test has failed: ${failure.code}`);
    this.failure = failure;
  }
}

/** Makes the parameter of such a function for the run of a test. */
export function toPlay(context: StepContext): Play {
  const steps = async (...written: WrittenSteps) => endOn(await context.play(written));
  return {
    steps,
    send: (peer, bytes) => steps({ send: { from: peer, base64: Buffer.from(bytes).toString("base64") } }),
    receive: (peer, options) => receive(peer, options ?? {}, context),
    values: context.values,
    random: (bytes, label = "function") => context.random(bytes, label),
    fail(says) {
      throw new StepsEnd({ code: "not-as-asked", says: typeof says === "string" ? { en: says, id: says } : says });
    },
  };
}

function endOn(failure: StepFailure | null): void {
  if (failure !== null) throw new StepsEnd(failure);
}

async function receive(
  name: string,
  { bytes, within }: { bytes?: number; within?: string },
  context: StepContext,
): Promise<Buffer> {
  const peer = context.peers.get(name);
  if (peer === undefined) throw new LabFault(`no peer is named ${name}`);
  if (!(peer instanceof TcpPeer)) {
    const waited = await context.until(() => peer.take() ?? undefined, patience(within));
    if ("gaveUp" in waited) throw new StepsEnd({ code: "no-reply", who: name, gaveUp: waited.gaveUp });
    return waited.value.bytes;
  }
  const wanted = bytes ?? 1;
  const waited = await context.until(
    () => (peer.inbox.length >= wanted || peer.end ? true : undefined),
    patience(within),
  );
  const gaveUp = "gaveUp" in waited && { gaveUp: waited.gaveUp };
  if (peer.inbox.length === 0 && wanted > 0) throw new StepsEnd({ code: nothingCame(peer), who: name, ...gaveUp });
  if (peer.inbox.length < wanted) throw new StepsEnd({ code: "reply-incomplete", who: name, ...gaveUp });
  return peer.inbox.take(bytes ?? peer.inbox.length);
}
