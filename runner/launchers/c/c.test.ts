import { expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { c } from "./c.ts";

const main = "int main(void) { return 0; }";

it("compiles of several C programs only the one that is asked for, with its helpers", () => {
  const tree = sampleTree({
    "server.c": `#include "net.h"\n#include "table.c"\n${main}`,
    "client.c": main,
    "net.c": "/* int main( */ int net;",
    "table.c": "int table;",
    "include/net.h": "",
    "old/server.c": main,
    "old/helper.c": "int net;",
  });
  const argv = c.plan(tree).build[0]?.argv ?? [];
  expect(argv.filter((argument) => argument.endsWith(".c"))).toEqual(["server.c", "net.c"]);
  expect(argv).toContain("-Iinclude");
});

const prints = (text: string) =>
  `#include <stdio.h>\nint main(int n, char **v) { printf("${text} %s\\n", v[1]); return 0; }\n`;
itRuns({ C: { "server.c": prints("ok"), "client.c": prints("no") } });

itReports([[{ "server.c": "int main(void) { return x; }\n" }, "server.c:1"]]);
