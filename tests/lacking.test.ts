import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Ended, SmallClass } from "./support/small-class.ts";

const handIns: Record<string, Record<string, string>> = {
  csharp: { "Server.cs": "class Server { static void Main() {} }" },
  kotlin: { "Server.kt": "fun main() {}" },
  windows: { "server.exe": "MZ" },
  npm: {
    "server.js": 'require("no-such-package-here")',
    "package.json": '{"dependencies":{"no-such-package-here":"1"}}',
  },
  python: { "server.py": "import no_such_module_here", "requirements.txt": "no-such-module-here" },
  cargo: {
    "src/main.rs": "fn main() {}",
    "Cargo.toml": '[package]\nname = "x"\nversion = "1.0.0"\n[dependencies]\ntokio = "1"\n',
  },
  // Not declared as a library, and not the name of one.
  forgotten: { "server.py": "import my_own_helper" },
  mistyped: { "server.py": "import sokcet", "requirements.txt": "" },
};

let small: SmallClass;
let ended: Ended;
beforeAll(async () => {
  small = await SmallClass.of({ plain: "correct-plain" });
  for (const [name, files] of Object.entries(handIns))
    for (const [file, content] of Object.entries(files)) {
      const path = join(small.handIns, name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  ended = await small.grade("grades", "--lang", "id");
});
afterAll(() => small.remove());

it("what the machine lacks is nobody's zero, and is named; what the student forgot is", async () => {
  expect(await small.marks("grades")).toEqual({
    ...{ plain: 10, csharp: null, kotlin: null, windows: null, npm: null, python: null, cargo: null },
    ...{ forgotten: 0, mistyped: 0 },
  });
  expect(ended.status).toBe(3);
  const words = ended.stdout.replace(/\n +/g, " ");
  expect(words).toContain("csharp: Server.cs adalah program dalam C#, yang tidak dapat dijalankan di sini");
  expect(words).toContain("JavaScript: no-such-package-here");
  expect(words).toContain("Python: no_such_module_here");
});
