import { renderToString } from "preact-render-to-string";
import { printableLine } from "../../runner/texts/printable.ts";
import { App } from "./app.tsx";
import type { State } from "./contract.ts";

/**
 * The page as the server sends it: complete for who reads it as it is, and with the state that it was made from, so that its
 * script goes on from there. `lastId` names the last message that the state knows.
 */
export function uiDocument(state: State, lastId: string): string {
  const head = renderToString(
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{printableLine(`${state.handIn} · ${state.lab.title[state.language]}`)}</title>
      <link rel="stylesheet" href="ui.css" />
      <link rel="icon" href="data:," />
    </>,
  );
  const body = renderToString(<App state={state} connection="open" />);
  return [
    "<!doctype html>",
    `<html lang="${state.language}"><head>${head}</head>`,
    `<body><div id="app">${body}</div>`,
    `<script type="application/json" id="state">${inScript({ state, lastId })}</script>`,
    `<script src="ui.js" defer></script></body></html>\n`,
  ].join("\n");
}

/** JSON that no HTML parser takes for an end of the element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
