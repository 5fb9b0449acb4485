import { expect, it } from "vitest";
import { itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { make } from "./make.ts";

it("makes in a copy of the hand-in, beside the entry first", () => {
  const tree = sampleTree({
    "server/main.c": "int main(void) { return 0; }",
    "server/Makefile": "srv: main.c\n\tcc -o srv main.c\n",
  });
  expect(make.plan(tree)).toMatchObject({
    build: [
      { tool: "cp", argv: ["-R", ".", "{build}"] },
      { tool: "make", argv: ["--always-make", "--no-print-directory", "-C", "{build}/server", "srv"] },
    ],
    run: { tool: null, argv: ["{build}/server/srv"] },
  });
});

itRuns({
  "C by a Makefile": {
    "server.c": '#include <stdio.h>\nint main(int n, char **v) { printf("ok %s\\n", v[1]); return 0; }\n',
    Makefile: "bin/srv: server.c\n\tmkdir -p bin && $(CC) $< -o $@\n",
  },
});
