import { expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { python } from "./python.ts";

it("checks the syntax of the modules that a Python program imports and of no others", () => {
  const tree = sampleTree({
    "src/server.py": "from common import send\nimport lib.frames as frames, os\n",
    "src/common.py": "",
    "src/lib/frames.py": "from . import bits",
    "src/lib/bits.py": "",
    "src/client.py": "print 'x'",
  });
  expect(python.plan(tree).build[0]?.argv.slice(5)).toEqual([
    "src/server.py",
    "src/lib/frames.py",
    "src/common.py",
    "src/lib/bits.py",
  ]);
});

it("never lets a file name be an option", () => {
  expect(python.plan(sampleTree({ "-c.py": "" })).run.argv).toEqual(["./-c.py"]);
});

itRuns({
  Python: {
    "server.py": "import sys\nfrom helper import word\nprint(word, sys.argv[1])\n",
    "helper.py": "word = 'ok'\n",
  },
  "Python by #!": { server: "#!/usr/bin/env python3\nimport sys\nprint('ok', sys.argv[1])\n" },
});

itReports([[{ "server.py": "import socket\nprint 'x'\n" }, 'File "server.py", line 2']]);
