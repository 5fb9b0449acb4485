import { expect, it } from "vitest";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { withLocalImports } from "../support/local-imports.ts";
import { pythonImports } from "./imports.ts";
import { python } from "./python.ts";

const typed = (contents: Record<string, string>) => python.typed(sampleTree(contents));

it("starts a file by itself where its imports allow", () => {
  expect(typed({ "server.py": "import lib.net\n", "lib/net.py": "from . import bits\n" })).toBe("python3 server.py");
  expect(typed({ "src/tcp server.py": "import net, os\n", "src/net.py": "" })).toBe("python3 'src/tcp server.py'");
});

it("starts what imports relatively as a module, from above its package", () => {
  const cli = "from .core import serve\nserve()\n";
  expect(typed({ "echo/__main__.py": cli, "echo/core.py": "" })).toBe("python3 -m echo");
  expect(typed({ "src/echo/run.py": "from . import core", "src/echo/__init__.py": "" })).toBe(
    "PYTHONPATH=src python3 -m echo.run",
  );
  expect(typed({ "net/tcp/run.py": "from ..common import x", "net/tcp/__init__.py": "", "net/__init__.py": "" })).toBe(
    "python3 -m net.tcp.run",
  );
  expect(typed({ "tugas 3/run.py": cli })).toBe("python3 'tugas 3/run.py'");
});

it("has the folder searched from which a program below imports", () => {
  const contents = { "echo/__main__.py": "from echo.cli import main\nmain()\n", "echo/cli.py": "" };
  expect(typed(contents)).toBe("PYTHONPATH=. python3 echo/__main__.py");
  expect(python.plan(sampleTree(contents)).run.env).toMatchObject({ PYTHONPATH: "." });
});

it("follows relative imports upwards", () => {
  const tree = sampleTree({
    "a/b/run.py": "from ..c import d\nfrom . import e\n",
    "a/c.py": "",
    "a/b/e.py": "",
    "c.py": "",
  });
  expect(withLocalImports(tree, pythonImports)).toEqual(["a/b/run.py", "a/c.py", "a/b/e.py"]);
});
