/// <reference lib="dom" />

import { measureShown } from "../in-frames.ts";
import { goLive } from "../live-page.tsx";
import { DeskApp } from "./app.tsx";
import { applyToDesk } from "./apply.ts";
import type { DeskMessage, DeskState } from "./contract.ts";

goLive<DeskState, DeskMessage>({
  ...{ App: DeskApp, apply: applyToDesk },
  drawn(messages) {
    const first = messages.find((message) => message.type === "rows");
    if (first) measureShown(first.atMs);
  },
});
