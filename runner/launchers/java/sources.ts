import { basename, dirname } from "node:path/posix";
import type { SourceTree } from "../launcher.ts";
import { blankOut, slashSyntax } from "../support/blank-out.ts";
import { javaSource } from "./source.ts";

/** A class, interface, enum or record at the top level of a source file. */
export interface JavaType {
  name: string;
  isPublic: boolean;
  hasMain: boolean;
  /** Its declaration, without comments and strings. */
  code: string;
}

/** What a Java source file declares. */
export interface JavaFile {
  path: string;
  /** Empty for the unnamed package. */
  packageName: string;
  types: readonly JavaType[];
}

/**
 * The entry and the files that it needs, by the names of their classes: a hand-in may have several programs whose helper
 * classes have the same name, so that compiling everything together would fail.
 */
export function javaSources(tree: SourceTree): JavaFile[] {
  const all = tree.files.filter((file) => file.toLowerCase().endsWith(".java"));
  const parsed = new Map(all.map((file) => [file, parseJava(file, tree.read(file))]));
  const entry = parsed.get(tree.entry) ?? parseJava(tree.entry, tree.read(tree.entry));
  const chosen = new Map([[entry.path, entry]]);
  for (const file of chosen.values()) {
    const words = new Set(blankOut(tree.read(file.path), slashSyntax).match(/\b[A-Za-z_$][\w$]*\b/g));
    for (const word of words) {
      const declaring = bestDeclaration(word, file, [...parsed.values()]);
      if (declaring && !collides(declaring, chosen.values())) chosen.set(declaring.path, declaring);
    }
  }
  return [...chosen.values()];
}

/**
 * Qualified name of the class to start. Of several with a `main`, the one that fits the kind of program; else the one named
 * after its file, else a public one, else the first.
 */
export function mainClass({ path, packageName, types }: JavaFile, kind: SourceTree["kind"] = "program"): string {
  const withMain = types.filter((type) => type.hasMain);
  const stem = basename(path).replace(/\.java$/i, "");
  const main =
    (withMain.length > 1 ? classOf(kind, withMain) : undefined) ??
    withMain.find((type) => type.name === stem) ??
    withMain.find((type) => type.isPublic) ??
    withMain[0] ??
    types[0];
  const name = main?.name ?? stem;
  return packageName ? `${packageName}.${name}` : name;
}

/** The class whose name contains the kind of program, else the one whose use of sockets fits. */
function classOf(kind: NonNullable<SourceTree["kind"]>, types: readonly JavaType[]): JavaType | undefined {
  if (kind === "program") return undefined;
  const name = { server: /server/i, client: /client|klien/i }[kind];
  const { sockets } = javaSource;
  const serves = ({ code }: JavaType) =>
    [...sockets["tcp-server"], ...sockets["udp-server"]].some((sign) => isIn(sign, code));
  const dials = ({ code }: JavaType) => [...sockets["tcp-client"], ...sockets.udp].some((sign) => isIn(sign, code));
  const fits = (type: JavaType) => (kind === "server" ? serves(type) : dials(type) && !serves(type));
  const named = types.filter((type) => name.test(type.name));
  const fitting = types.filter(fits);
  return named.length === 1 ? named[0] : fitting.length === 1 ? fitting[0] : undefined;
}

function isIn(sign: RegExp | { inStrings: RegExp }, code: string): boolean {
  return sign instanceof RegExp && sign.test(code);
}

/** Reads package and top-level types of a source by scanning its braces. */
export function parseJava(path: string, source: string): JavaFile {
  const code = blankOut(source, slashSyntax);
  const types: JavaType[] = [];
  const starts: number[] = [];
  let depth = 0;
  let statementStart = 0;
  for (const match of code.matchAll(
    /[{};]|\b(?:class|interface|enum|record)\s+([A-Za-z_$][\w$]*)|\bvoid\s+main\s*\(/g,
  )) {
    const [found, name] = match;
    const last = types.at(-1);
    if (found === "{") depth += 1;
    else if (found === "}") depth -= 1;
    else if (name && depth === 0) {
      starts.push(match.index);
      types.push({
        name,
        isPublic: /\bpublic\b/.test(code.slice(statementStart, match.index)),
        hasMain: false,
        code: "",
      });
      statementStart = match.index + found.length;
    } else if (found.startsWith("void") && last && depth === 1) last.hasMain = true;
    if (/[{};]/.test(found)) statementStart = match.index + 1;
  }
  for (const [index, type] of types.entries()) type.code = code.slice(starts[index], starts[index + 1]);
  return { path, packageName: /^[^\S\n]*package\s+([\w.]+)\s*;/m.exec(code)?.[1] ?? "", types };
}

function bestDeclaration(name: string, from: JavaFile, files: JavaFile[]): JavaFile | undefined {
  if (from.types.some((type) => type.name === name)) return undefined;
  const closeness = (file: JavaFile) =>
    (dirname(file.path) === dirname(from.path) ? 2 : 0) + (basename(file.path) === `${name}.java` ? 1 : 0);
  return files
    .filter((file) => file.path !== from.path && file.types.some((type) => type.name === name))
    .sort((a, b) => closeness(b) - closeness(a))[0];
}

function collides(file: JavaFile, chosen: Iterable<JavaFile>): boolean {
  const declares = (other: JavaFile, name: string) => other.types.some((type) => type.name === name);
  return [...chosen].some(
    (other) =>
      other.packageName === file.packageName &&
      (other.path === file.path || file.types.some((type) => declares(other, type.name))),
  );
}
