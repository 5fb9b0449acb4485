/// <reference lib="dom" />

import { App } from "./app.tsx";
import { apply } from "./apply.ts";
import type { Message, State } from "./contract.ts";
import { measureShown } from "./in-frames.ts";
import { goLive } from "./live-page.tsx";

goLive<State, Message>({
  ...{ App, apply },
  drawn(messages) {
    if (messages.some(({ type }) => type === "run-began")) performance.clearMeasures();
    const seen = messages.find((message) => message.type === "seen");
    if (seen) measureShown(seen.beganAtMs + (seen.events[0]?.atMs ?? 0));
  },
});
