import { delimiter } from "node:path";
import { basename } from "node:path/posix";
import type { Command, Launcher, SourceTree } from "../launcher.ts";
import { fileArgument, shellWord, stemOf } from "../support/words.ts";
import { javaErrors } from "./error-meanings.ts";
import { javaOutput } from "./output.ts";
import { jvm } from "./runtime.ts";
import { javaSource } from "./source.ts";
import { type JavaFile, javaSources, mainClass } from "./sources.ts";
import { javaStack } from "./stack.ts";

/**
 * Java, always compiled first: `java Server.java` compiles at every start, which costs 290 ms a test. Files that work
 * only that way, because their public class has another name, are compiled under the name that javac requires.
 */
export const java: Launcher = {
  title: "Java",
  extensions: [".java"],
  tools: {
    // Run outside a sandbox, a virtual machine would leave a folder with performance data in /tmp.
    javac: { names: ["javac"], package: "default-jdk-headless", version: ["-J-XX:-UsePerfData", "--version"] },
    java: { names: ["java"], package: "default-jdk-headless", version: ["-XX:-UsePerfData", "--version"] },
    cp: { names: ["cp"], package: "coreutils", version: null },
  },
  sources: (tree) => javaSources(tree).map(({ path }) => path),
  plan(tree) {
    const sources = javaSources(tree);
    const classPath = [...tree.files.filter((file) => file.endsWith(".jar")), "{build}"].join(delimiter);
    const compiled = sources.map((file) => fileArgument(renamed(file) ?? file.path));
    const encoding = isUtf8(tree, sources) ? "UTF-8" : "ISO-8859-1";
    const options = ["-encoding", encoding, "-nowarn", "-proc:none", "-cp", classPath, "-d", "{build}"];
    const entry = sources[0];
    return {
      build: [
        ...sources.flatMap(copyRenamed),
        { tool: "javac", argv: [...quickStart.map((flag) => `-J${flag}`), ...options, ...compiled] },
      ],
      run: {
        tool: "java",
        argv: [...quickStart, "-Xmx256m", "-cp", classPath, entry ? mainClass(entry, tree.kind) : "Main"],
      },
    };
  },
  trial: { "Trial.java": "class Trial { public static void main(String[] words) {} }\n" },
  typed(tree) {
    const file = shellWord(`${stemOf(tree.entry)}.java`);
    const [entry] = javaSources(tree);
    // `java File.java` starts the first class of the file.
    const main = entry && entry.types.length > 1 ? mainClass(entry, tree.kind) : null;
    return main === null || main === entry?.types[0]?.name ? `java ${file}` : `javac ${file} && java ${main}`;
  },
  source: javaSource,
  errorMeanings: javaErrors,
  handlesErrorBy: { en: "try and catch (IOException e)", id: "try dan catch (IOException e)" },
  output: javaOutput,
  runtime: jvm,
  stackDump: javaStack,
  closedOutput: "closed",
  needsTerminal: (tree) => javaSources(tree).some(({ path }) => asksForConsole.test(tree.read(path))),
  leftovers: { folders: [".gradle", "target"] },
};

/** `System.console()` is null if standard input and output are not a terminal. */
const asksForConsole = /\bSystem\s*\.\s*console\s*\(/;

/** Fewer threads and no optimising compiler: a virtual machine that lives a second needs neither. */
const quickStart = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"];

/** The path that a file with a public class of another name must have; null if its own is right. */
function renamed({ path, types }: JavaFile): string | null {
  const publicType = types.find((type) => type.isPublic);
  return publicType && basename(path) !== `${publicType.name}.java` ? `{build}/${publicType.name}.java` : null;
}

function copyRenamed(file: JavaFile): Command[] {
  const target = renamed(file);
  return target ? [{ tool: "cp", argv: [fileArgument(file.path), target] }] : [];
}

function isUtf8(tree: SourceTree, sources: readonly JavaFile[]): boolean {
  return sources.every(({ path }) => !tree.read(path).includes("\uFFFD"));
}
