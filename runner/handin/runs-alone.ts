import { blankOut, syntaxOf } from "../launchers/blank-out.ts";

/** Whether starting this file does anything: it has a `main`, or in a script statements that are not mere definitions. */
export function runsAlone(file: string, source: string): boolean {
  const code = blankOut(source, syntaxOf(file));
  if (/\.pyw?$/i.test(file)) return pythonRuns.some((sign) => sign.test(code));
  const main = mains.find(([files]) => files.test(file))?.[1];
  return main ? main.test(code) : true;
}

const pythonRuns = [
  /\b__name__\s*==/,
  /^(?:while|for|with|try|if|async with)\b/m,
  // A call at the left margin, as a statement or on the right of an assignment.
  /^(?!(?:def|class|import|from|return|del|global)\b)[A-Za-z_][\w.]*\s*\(/m,
  /^[A-Za-z_][\w.,\s]*=\s*[\w.]*\.(?:socket|accept|recv)\s*\(/m,
  /^print\b/m,
];

const mains: readonly [RegExp, RegExp][] = [
  [/\.(c|cc|cpp|cxx|c\+\+)$/i, /\bmain\s*\(/],
  [/\.java$/i, /\bvoid\s+main\s*\(/],
  [/\.go$/i, /^func\s+main\s*\(/m],
  [/\.rs$/i, /\bfn\s+main\s*\(/],
];
