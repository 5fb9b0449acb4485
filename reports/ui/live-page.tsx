/// <reference lib="dom" />

import { type ComponentType, hydrate } from "preact";
import { useEffect, useState } from "preact/hooks";
import { connect } from "./connect.ts";
import type { Connection } from "./connection.ts";
import { inFrames } from "./in-frames.ts";

interface Live<S, M> {
  /** The whole page. */
  App: ComponentType<{ state: S; connection: Connection }>;
  apply(state: S, message: M): S;
  /** Called with the messages that are drawn in the next frame. */
  drawn(messages: readonly M[]): void;
}

/** Takes over the page that the server rendered, with its state, and keeps it up to date. */
export function goLive<S, M>({ App, apply, drawn }: Live<S, M>): void {
  const app = document.getElementById("app");
  const begun: { state: S; lastId: string } = JSON.parse(document.getElementById("state")?.textContent ?? "");
  document.documentElement.classList.add("scripted");
  if (app) hydrate(<LivePage />, app);

  function LivePage() {
    const [state, setState] = useState(begun.state);
    const [connection, setConnection] = useState<Connection>("open");
    useEffect(() => {
      const take = (messages: readonly M[]) => {
        setState((before) => messages.reduce(apply, before));
        drawn(messages);
      };
      return connect<M>(begun.lastId, { hear: inFrames(take), connection: setConnection });
    }, []);
    return <App state={state} connection={connection} />;
  }
}
