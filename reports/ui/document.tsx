import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Language } from "../../runner/model/text.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { App } from "./app.tsx";
import type { State } from "./contract.ts";

/**
 * The page as the server sends it: complete without its script, and with its state, from which the script continues.
 * `lastId` is the last message contained in the state.
 */
export function uiDocument(state: State, lastId: string): string {
  const title = `${state.handIn} · ${state.lab.title[state.language]}`;
  return liveDocument({ title, name: "ui", state, lastId }, <App state={state} connection="open" />);
}

interface LiveDocument {
  title: string;
  /** Name of its script and its style. */
  name: string;
  state: { language: Language };
  lastId: string;
}

/** A page whose script continues from the state that it was rendered from. */
export function liveDocument({ title, name, state, lastId }: LiveDocument, app: VNode): string {
  const head = renderToString(
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{printableLine(title)}</title>
      <link rel="stylesheet" href={`${name}.css`} />
      <link rel="icon" href="data:," />
    </>,
  );
  return [
    "<!doctype html>",
    `<html lang="${state.language}"><head>${head}</head>`,
    `<body><div id="app">${renderToString(app)}</div>`,
    `<script type="application/json" id="state">${inScript({ state, lastId })}</script>`,
    `<script src="${name}.js" defer></script></body></html>\n`,
  ].join("\n");
}

/** JSON that cannot end the script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
