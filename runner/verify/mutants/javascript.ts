import { type Mutator, mutantOf } from "./mutator.ts";

/** Mutants of programs in JavaScript and TypeScript, made by Stryker if it is installed. */
export const javascriptMutator: Mutator = {
  extensions: [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"],
  end: "process.exit(86);",
  async mutate(source, file) {
    const stryker = await import("@stryker-mutator/instrumenter").catch(() => null);
    if (stryker === null) return { lacks: "@stryker-mutator/instrumenter (npm install it next to wirecheck)" };
    const instrumenter = new stryker.Instrumenter(silent);
    const name = file.replace(/\.[mc]([jt]s)$/, ".$1");
    const { mutants } = await instrumenter.instrument([{ name, content: source, mutate: true }], options);
    return mutants.map(({ location: { start, end }, replacement }) => {
      const [from, to] = [offset(source, start), offset(source, end)];
      return mutantOf(source, source.slice(0, from) + replacement + source.slice(to));
    });
  },
};

const options = { ignorers: [], excludedMutations: [], plugins: null, noHeader: true };

const nothing = () => {};
const never = () => false;
const silent = {
  ...{ isTraceEnabled: never, isDebugEnabled: never, isInfoEnabled: never },
  ...{ isWarnEnabled: never, isErrorEnabled: never, isFatalEnabled: never },
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
};

/** Stryker counts lines and columns from 0. */
function offset(source: string, { line, column }: { line: number; column: number }): number {
  const before = source.split("\n").slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column;
}
