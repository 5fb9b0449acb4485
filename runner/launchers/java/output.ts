import type { OutputSigns } from "../output-signs.ts";

/** How Java prints errors. */
export const javaOutput: OutputSigns = {
  stackTrace: [
    /^Exception in thread "/m,
    // printStackTrace prints the exception's name without words before it.
    /^\s+at [\w$.<>]+\([\w$]+\.java:\d+\)/m,
  ],
  errorLine: /^\s*(?:Exception in thread "[^"]*" |Caused by: )?[\w.$]*(?:Error|Exception)\b/,
  libraryFrame: /^\s+at (?:java|javax|jdk|sun)\b/,
  errors: {
    "address-in-use": /BindException/,
    "out-of-memory": /Java heap space/,
    "no-more-threads": /unable to create (?:new )?native thread/,
    "not-text": /MalformedInputException|UnmappableCharacter/,
  },
};
