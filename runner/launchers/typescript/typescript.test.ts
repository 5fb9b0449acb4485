import { expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { typescript } from "./typescript.ts";

it.each([
  ["server.ts", "import net from 'net';\nnet.createServer();", "mjs"],
  ["server.ts", "import net from 'net';\nif (require.main === module) start();", "cjs"],
  ["server.ts", "const net = require('net');", "cjs"],
  ["server.cts", "export {};", "cjs"],
  ["server.mts", "", "mjs"],
  ["server.ts", "await start();", "mjs"],
  ["server.ts", "start();", "cjs"],
])("takes %s (%s) for .%s, as Node would", (file, source, ending) => {
  expect(typescript.plan(sampleTree({ [file]: source })).run.argv.at(-1)).toBe(`{build}/program.${ending}`);
});

itRuns({
  TypeScript: {
    "server.ts": "import { w } from './w.ts';\nconsole.log(w, process.argv[2] as string);\n",
    "w.ts": "export const w: string = 'ok';\n",
  },
  "TypeScript, CommonJS": {
    "server.ts": "const w: string = 'ok';\nif (require.main === module) console.log(w, process.argv[2]);\n",
  },
});

itReports([[{ "server.ts": "let x: = 1;\n" }, "server.ts:1:7"]]);
