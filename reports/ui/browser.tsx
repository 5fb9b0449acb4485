/// <reference lib="dom" />

import { hydrate } from "preact";
import { useEffect, useState } from "preact/hooks";
import { App } from "./app.tsx";
import { apply } from "./apply.ts";
import { connect } from "./connect.ts";
import type { Connection } from "./connection.ts";
import type { State } from "./contract.ts";
import { inFrames } from "./in-frames.ts";

interface Begun {
  state: State;
  lastId: string;
}

function LivePage({ state: first, lastId }: Begun) {
  const [state, setState] = useState(first);
  const [connection, setConnection] = useState<Connection>("open");
  useEffect(
    () =>
      connect(lastId, {
        hear: inFrames((messages) => setState((before) => messages.reduce(apply, before))),
        connection: setConnection,
      }),
    [lastId],
  );
  return <App state={state} connection={connection} />;
}

const app = document.getElementById("app");
const begun: Begun = JSON.parse(document.getElementById("state")?.textContent ?? "");
document.documentElement.classList.add("scripted");
if (app) hydrate(<LivePage {...begun} />, app);
