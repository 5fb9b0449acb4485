import { makeSyntax, tokens } from "../support/blank-out.ts";

/** JavaScript and TypeScript. */
export const scriptSyntax = makeSyntax({
  comments: [tokens.slashComment],
  strings: [tokens.doubleQuoted, tokens.singleQuoted, tokens.template],
});
