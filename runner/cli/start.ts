#!/usr/bin/env node
/** Loads wirecheck, and turns an error in loading it into a sentence: only this file is loaded before. */
try {
  await import("../engine.ts");
  await import("./main.ts");
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const isLimit = code === "EMFILE" || code === "ENFILE" || /EMFILE|ENFILE/.test(message);
  const reason = isLimit ? "too many files are open: allow more (`ulimit -n 1024`)" : message;
  process.stderr.write(`error: wirecheck cannot start: ${reason}\n`);
  process.exitCode = 3;
}

export {};
