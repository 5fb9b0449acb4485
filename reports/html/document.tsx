import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Language } from "../../runner/model/text.ts";
import { printableLine } from "../../runner/texts/printable.ts";
import { browserScript, type ScriptName } from "./browser-script.ts";

/** What a page has besides its contents. */
export interface DocumentOptions {
  title: string;
  /** The language that the page shows first. */
  language: Language;
  style: string;
  script: ScriptName;
}

/**
 * A whole HTML document in one string. Its policy allows only its own style and script, by their digests: no network,
 * no frame, no form (CSP 3).
 */
export function htmlDocument({ title, language, style, script }: DocumentOptions, contents: VNode): string {
  const code = browserScript(script);
  const head = renderToString(
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy(style, code)} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{printableLine(title)}</title>
    </>,
  );
  return [
    "<!doctype html>",
    `<html lang="${language}"><head>${head}<style>${style}</style></head>`,
    `<body>${renderToString(contents)}<script>${code}</script></body></html>\n`,
  ].join("\n");
}

function policy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** All pages of a class have the same style and script. */
function digest(text: string): string {
  const made = digests.get(text) ?? `sha256-${createHash("sha256").update(text).digest("base64")}`;
  digests.set(text, made);
  return made;
}

const digests = new Map<string, string>();
