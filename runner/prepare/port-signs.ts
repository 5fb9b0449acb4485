import { sourceLanguage } from "../launchers/source-language.ts";
import type { InputSigns } from "../launchers/source-signs.ts";
import type { PortMethod } from "../model/port-method.ts";

/** A source file of a program. */
export interface Source {
  file: string;
  text: string;
}

/**
 * The port methods to try, best guess first: the one that the lab asks for, then those of which the sources show signs. The signs only
 * avoid useless launches; the port at which the program really listens or connects decides.
 */
export function methodsToTry(asked: PortMethod, sources: readonly Source[]): PortMethod[] {
  const shows = (sign: keyof InputSigns) =>
    sources.some(({ file, text }) => sourceLanguage(file, text).source.input[sign].test(text));
  const all = textOf(sources);
  const methods: PortMethod[] = [asked];
  if (shows("arguments")) {
    methods.push({ kind: "argument", before: [] });
    for (const flag of ["--port", "-p", "-port"]) {
      if (all.includes(flag) && !(asked.kind === "flag" && asked.flag === flag)) methods.push({ kind: "flag", flag });
    }
    methods.push({ kind: "argument", before: ["127.0.0.1"] });
  }
  const variable = /["'(]([A-Z_]*PORT)["')]/.exec(all)?.[1] ?? "PORT";
  if (shows("environment")) methods.push({ kind: "environment", name: variable });
  if (asked.kind !== "source") methods.push({ kind: "source" });
  if (shows("keyboard")) methods.push({ kind: "typed" });
  return methods;
}

/** The number of ports that are considered at most; no server's source has that many. */
const mostPorts = 16;

/** Numbers in the sources that may be ports, in their order: 1024 to 65535. It does not matter if some are buffer sizes. */
export function portsInSources(sources: readonly Source[]): number[] {
  const numbers = [...textOf(sources).matchAll(/(?<![\w.])\d{4,5}(?![\w.])/g)].map(([digits]) => Number(digits));
  return [...new Set(numbers)].filter((port) => port >= 1024 && port <= 65_535).slice(0, mostPorts);
}

function textOf(sources: readonly Source[]): string {
  return sources.map(({ text }) => text).join("\n");
}
