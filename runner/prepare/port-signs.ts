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
  const variable = /["'(]([A-Z_]*PORT)["')]/.exec(all)?.[1] ?? "PORT";
  const methods: PortMethod[] = [
    asked,
    ...(shows("arguments") ? argumentsToTry(asked, all) : []),
    ...(shows("environment") ? [{ kind: "environment", name: variable } as const] : []),
    ...(asked.kind === "source" ? [] : [{ kind: "source" } as const]),
    ...(shows("keyboard") ? keyboardToTry : []),
  ];
  return [...new Map(methods.map((method) => [JSON.stringify(method), method])).values()];
}

/** Ways to give a port among the arguments; those with options only if the source names the option. */
function argumentsToTry(asked: PortMethod, source: string): PortMethod[] {
  const flags = portOptions(source);
  const host = /(?<![\w-])--?(host|ip|addr|address|bind)\b/.exec(source)?.[0];
  const inWords = (...words: string[]): PortMethod => ({ kind: "arguments", words });
  return [
    { kind: "argument", before: [] },
    ...flags
      .filter((flag) => !(asked.kind === "flag" && asked.flag === flag))
      .map((flag): PortMethod => ({ kind: "flag", flag })),
    { kind: "argument", before: [thisMachine] },
    inWords("{port}", thisMachine),
    ...flags
      .filter((flag) => source.includes(`${flag}=`))
      .flatMap((flag) => [
        inWords(`${flag}={port}`),
        ...(host ? [inWords(`${host}=${thisMachine}`, `${flag}={port}`)] : []),
      ]),
    ...flags.flatMap((flag) => [
      ...(host ? [inWords(host, thisMachine, flag, "{port}")] : []),
      inWords(thisMachine, flag, "{port}"),
    ]),
    ...(splitsAtColon.test(source) ? [inWords(`${thisMachine}:{port}`)] : []),
  ];
}

const thisMachine = "127.0.0.1";

const keyboardToTry: readonly PortMethod[] = [{ kind: "typed" }, { kind: "typed", before: [thisMachine] }];

/** The options of a source that may be about a port. A parser's table has the name alone, and getopt's the letter. */
function portOptions(source: string): string[] {
  const written = [...source.matchAll(/(?<![\w-])--?[A-Za-z][\w-]*/g)].map(([option]) => option);
  const named = /["'`]port["'`]/.test(source) ? ["--port"] : [];
  const lettered = /getopt\w*\s*\([^)]*["'][^"']*p:/.test(source) ? ["-p"] : [];
  const about = written.filter((option) => /^-(p|-?.*port.*|-?listen)$/i.test(option));
  return [...new Set([...about, ...named, ...lettered])].slice(0, mostOptions);
}

/** The number of options that are tried at most; no program has that many for its port. */
const mostOptions = 4;

/** Calls that take an address such as 127.0.0.1:5000 apart. */
const splitsAtColon =
  /(split|partition)\w*\s*\([^)]*["']:["']|SplitHostPort|indexOf\s*\(\s*["']:["']|str(r?chr|tok)\s*\([^)]*["']:["']/i;

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
