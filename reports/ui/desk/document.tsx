import { liveDocument } from "../document.tsx";
import { DeskApp } from "./app.tsx";
import type { DeskState } from "./contract.ts";

/** The page of a class as the server sends it. `lastId` is the last message contained in the state. */
export function deskDocument(state: DeskState, lastId: string): string {
  const title = `${state.folder} · ${state.lab.title[state.language]}`;
  return liveDocument({ title, name: "desk", state, lastId }, <DeskApp state={state} connection="open" />);
}
