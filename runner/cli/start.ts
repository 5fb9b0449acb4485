#!/usr/bin/env node
/** Says in a sentence, too, why the files of wirecheck itself cannot be read: only this one is read before it can. */
try {
  await import("../optimise-later.ts");
  await import("./main.ts");
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const isLimit = code === "EMFILE" || code === "ENFILE" || /EMFILE|ENFILE/.test(message);
  const reason = isLimit ? "too many files are open: allow more (`ulimit -n 1024`)" : message;
  process.stderr.write(`error: wirecheck cannot start: ${reason}\n`);
  process.exitCode = 3;
}

export {};
