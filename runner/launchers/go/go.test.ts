import { expect, it } from "vitest";
import { itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { go } from "./go.ts";

it("builds one Go program of several in a folder", () => {
  const tree = sampleTree({
    "server.go": "package main\nfunc main() {}\n",
    "client.go": "package main\nfunc main() {}\n",
    "frames.go": "package main\n// func main() {}\n",
    "frames_test.go": "package main\n",
    "poll_windows.go": "package main\n",
  });
  expect(go.plan(tree).build[0]?.argv).toEqual([
    "build",
    "-buildmode=exe",
    "-o",
    "{build}/program",
    "server.go",
    "frames.go",
  ]);
});

itRuns({
  Go: {
    "server.go":
      'package main\n\nimport (\n\t"fmt"\n\t"net"\n\t"os"\n)\n\nfunc main() { _ = net.Listen; fmt.Println("ok", os.Args[1]) }\n',
  },
});
