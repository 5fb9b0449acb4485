/** Name of the interpreter that a script's `#!` line asks for (`/usr/bin/env python3` is python3), or null. */
export function shebangInterpreter(source: string): string | null {
  const words = /^#!\s*(.+)/.exec(source)?.[1]?.trim().split(/\s+/) ?? [];
  const command = words[0]?.split("/").at(-1);
  if (command !== "env") return command ?? null;
  return words.slice(1).find((word) => !word.startsWith("-") && !word.includes("=")) ?? null;
}
