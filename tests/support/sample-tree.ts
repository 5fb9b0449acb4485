import type { SourceTree } from "../../runner/launchers/launcher.ts";

/** A hand-in in memory, for tests: the first file is the entry unless another is named. */
export function sampleTree(contents: Readonly<Record<string, string>>, entry?: string): SourceTree {
  const files = Object.keys(contents);
  return {
    entry: entry ?? files[0] ?? "",
    files,
    read(file) {
      const text = contents[file];
      if (text === undefined) throw new Error(`No file ${file} in the sample`);
      return text;
    },
  };
}
