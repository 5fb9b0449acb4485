import { execFile } from "node:child_process";
import * as z from "zod";
import { python } from "../../launchers/python/python.ts";
import { resolveTools } from "../../launchers/tools/toolchain.ts";
import { type Mutator, mutantOf } from "./mutator.ts";
import { pythonOperators } from "./python-operators.ts";

/** Mutants of programs in Python, made by the machine's interpreter, which knows the syntax that programs may use here. */
export const pythonMutator: Mutator = {
  extensions: [".py"],
  end: '__import__("os")._exit(86)',
  async mutate(source) {
    const resolved = await resolveTools(python.tools);
    if ("missing" in resolved) return { lacks: resolved.missing.map((tool) => tool.package).join(" ") };
    const [tool] = Object.values(resolved.tools);
    if (tool === undefined) return { lacks: "python3" };
    const bytes = Buffer.from(source);
    const changes = z.array(change).parse(JSON.parse(await run(tool.path, bytes)));
    return changes.map(([start, end, text]) => {
      const mutated = [bytes.subarray(0, start), Buffer.from(text), bytes.subarray(end)];
      return mutantOf(source, Buffer.concat(mutated).toString());
    });
  },
};

/** The start and end of the replaced bytes, and the replacement. */
const change = z.tuple([z.int(), z.int(), z.string()]);

function run(interpreter: string, source: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(interpreter, ["-I", "-c", pythonOperators], { maxBuffer: 2 ** 26 }, (fault, stdout) =>
      fault ? reject(fault) : resolve(stdout),
    );
    child.stdin?.end(source);
  });
}
