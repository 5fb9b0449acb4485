import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HandIn, handInAt } from "../handin/hand-in.ts";
import type { Lab } from "../spec/lab.ts";
import type { Calls } from "../worker/calls.ts";
import type { BuildReport, Discovered } from "../worker/protocol.ts";
import { preparePrograms, unclearText } from "./prepare-programs.ts";

let folder: string;
let count = 0;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-prepare-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const server = { kind: "server", files: ["server.*"], port: { flag: "--port" } } as const;
const lab = { programs: { server }, tests: [] } as unknown as Lab;
const listens = "import socket, sys\ns = socket.create_server(('', 5000))\nc, a = s.accept()\n";

async function write(files: Record<string, string>, to: string): Promise<string> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await writeFile(join(to, file), text);
  }
  return to;
}

/** Prepares the programs of a hand-in of these files, with workers that answer so; what they were asked comes with it. */
async function prepare(
  files: Record<string, string>,
  change: {
    lab?: Lab;
    roles?: string[];
    report?: Partial<BuildReport>;
    learnt?: Discovered;
    handIn?: Partial<HandIn>;
  } = {},
) {
  const asked: string[] = [];
  const call = async (method: string) => {
    asked.push(method);
    return method === "build" ? { status: 0, output: "", limit: null, ...change.report } : (change.learnt ?? null);
  };
  const calls = { isolation: { network: true, address: true }, call, callAlone: call } as unknown as Calls;
  const handIn = await handInAt(await write(files, join(folder, `hand-in-${count++}`)), "budi");
  const place = { scratch: join(folder, "scratch"), calls, libraries: new Map() };
  const prepared = await preparePrograms(
    change.lab ?? lab,
    change.roles ?? ["server"],
    { ...handIn, ...change.handIn },
    place,
  );
  return { prepared, asked };
}

describe("preparePrograms", () => {
  it("finds the program, builds it and learns how it takes its port", async () => {
    const learnt = { method: { kind: "source" }, sourcePort: 5000 } as Discovered;
    const { prepared, asked } = await prepare({ "server.py": listens }, { learnt });
    expect(asked).toEqual(["build", "discover"]);
    expect(prepared).toMatchObject({
      programs: [
        {
          ...{ role: "server", kind: "server", transport: "tcp", sourcePort: 5000, method: { kind: "source" } },
          asked: { kind: "flag", flag: "--port" },
          launch: { language: "Python", entry: "server.py" },
        },
      ],
      found: [
        {
          ...{ role: "server", file: "server.py", language: "Python", build: null },
          byHand: { program: "python3 server.py", run: "python3 server.py", port: 5000 },
        },
      ],
      versions: { Python: expect.stringMatching(/^Python 3/) },
    });
  });

  it("does not launch what cannot be built, and says what the compiler said", async () => {
    const report = { status: 1, output: "SyntaxError", limit: "memory" as const };
    const { prepared, asked } = await prepare({ "server.py": listens }, { report });
    expect(asked).toEqual(["build"]);
    expect(prepared).toMatchObject({
      programs: [{ launch: { kind: "build-failed", output: "SyntaxError", limit: "memory" } }],
      found: [{ port: null, build: "SyntaxError" }],
    });
  });

  it("says why there is no program, and what the grader lacks for one", async () => {
    const none = await prepare({ "notes.txt": "nothing" });
    expect(none.prepared).toMatchObject({
      programs: [{ launch: { kind: "no-program" } }],
      found: [{ file: null, language: null, byHand: null, note: { en: expect.any(String) } }],
    });
    const foreign = await prepare({ "server.cs": "class Server {}" });
    expect(foreign.prepared).toMatchObject({
      programs: [{ launch: { kind: "lacking" } }],
      found: [{ file: "server.cs", language: "C#", lacks: { en: expect.stringContaining("C#") } }],
    });
    expect([...none.asked, ...foreign.asked]).toEqual([]);
  });

  it("leaves to the author what only the author can settle", async () => {
    const two = await prepare({ "satu.py": listens, "dua.py": `${listens}c.close()\n` });
    expect(two.prepared).toMatchObject({ ambiguous: { en: expect.stringContaining("satu.py") } });
    const problem: HandIn["unopened"][number] = { code: "damaged-archive", archive: "a.zip", reason: "cut off" };
    const closed = await prepare({ "notes.txt": "nothing" }, { handIn: { unopened: [problem] } });
    expect(closed.prepared).toEqual({ problem });
    expect(unclearText({ problem }).en).toContain("a.zip");
  });

  it("sets the lab's own programs beside those of the hand-in", async () => {
    const own = await write({ "server.py": listens, "helper.py": listens }, join(folder, "lab"));
    const withOwn = {
      ...{ programs: { server: { ...server, reference: join(own, "server.py") } }, tests: [] },
      helpers: { helper: { kind: "server", file: join(own, "helper.py") } },
    } as unknown as Lab;
    const roles = ["server", "reference-server", "helper"];
    const { prepared } = await prepare({ "server.py": listens }, { lab: withOwn, roles });
    expect(prepared).toMatchObject({ found: [{ role: "server" }] });
    const programs = "programs" in prepared ? prepared.programs : [];
    expect(programs.map(({ role, isHelper = false }) => [role, isHelper])).toEqual([
      ["server", false],
      ["reference-server", false],
      ["helper", true],
    ]);
    await expect(prepare({ "server.py": listens }, { roles: ["reference-client"] })).rejects.toThrow(
      "has no such program",
    );
  });
});
