import type { Text } from "../model/text.ts";

/** Texts by code, each made from the facts of its own code. */
export type TextsOf<Facts> = { readonly [Code in keyof Facts]: (facts: Facts[Code]) => Text };

/** The text of a code, made from its facts. */
export function tell<Facts, Code extends keyof Facts>(texts: TextsOf<Facts>, code: Code, facts: Facts[Code]): Text {
  return texts[code](facts);
}
