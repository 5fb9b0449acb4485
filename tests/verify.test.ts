import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { verify } from "./support/verify.ts";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** An instructor's own lab: a folder with `lab.yaml`, `reference/` and `fixtures/`. */
async function ownLab(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "own-lab-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ "lab.yaml": lab, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const lab = `
id: shout
title: { en: Shouting server, id: Server berteriak }
programs:
  server: { kind: server, transport: udp, files: [server.py], port: { argument: 1 } }
tests:
  - id: starts
    points: 40
    title: { en: It starts, id: Berjalan }
    why: { en: It must., id: Harus. }
    steps: [{ start: server }]
  - id: shouts
    points: 60
    needs: [starts]
    title: { en: It shouts, id: Berteriak }
    why: { en: It should., id: Seharusnya. }
    steps: [{ connect: alice }, { send: { from: alice, text: halo } }, { expect: { at: alice, text: HALO } }]
`;

const server = (reply: string) => `
import socket, sys
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", int(sys.argv[1])))
while True:
    data, address = server.recvfrom(1024)
    server.sendto(${reply}, address)
`;

const sound = {
  "reference/python/server.py": server("data.upper()"),
  "fixtures/correct-later/server.py": `import time\ntime.sleep(0.2)\n${server("data.upper()")}`,
  "fixtures/correct-later/expected.yaml": "style: Starts late.\n",
  "fixtures/whispers/server.py": server("data"),
  "fixtures/whispers/expected.yaml": "flaw: Sends back what it got.\nfails: { shouts: null }\n",
  "fixtures/ends/server.py": "print('bye')\n",
  "fixtures/ends/expected.yaml": "flaw: Ends at once.\nfails: { starts: not-listening }\nskips: [shouts]\n",
};

it("finds nothing wrong with a sound lab", async () => {
  const { status, report, found } = await verify([await ownLab(sound)]);
  expect(report).toContain("2 of 2 flaws caught · 2 of 2 tests justified · no false alarm");
  expect(found[0]).toMatchObject({
    lab: { id: "shout", points: 100 },
    holds: true,
    tests: [
      { id: "starts", failedBy: ["ends"] },
      { id: "shouts", failedBy: ["whispers"] },
    ],
  });
  expect(status).toBe(0);
});

it("holds against a lab only what the chosen programs themselves do wrong", async () => {
  const { status, report } = await verify([await ownLab(sound)], "--sample", "correct-later");
  expect(report).not.toContain("Falls short");
  expect(report).toContain("0 of 0 flaws caught · no false alarm");
  expect(status).toBe(0);
});

it("names everything in which a lab falls short", async () => {
  const faulty = {
    "reference/python/server.py": server("data"),
    "fixtures/whispers/server.py": server("data.upper()"),
    "fixtures/whispers/expected.yaml": sound["fixtures/whispers/expected.yaml"],
    "fixtures/hums/server.py": server("b'hm'"),
    "fixtures/hums/expected.yaml": "flaw: Answers something else.\nfails: { shouts: truncates, sings: null }\n",
  };
  const { status, report, found } = await verify([await ownLab(faulty)]);
  const complaints = found[0]?.programs.map((program) => [program.name, program.complaints]);
  expect(complaints).toEqual([
    ["python", [{ code: "false-alarm", test: "shouts", message: expect.stringContaining("alice should have got") }]],
    [
      "hums",
      [
        { code: "other-diagnosis", test: "shouts", expected: "truncates", found: null },
        { code: "unknown-test", test: "sings" },
      ],
    ],
    ["whispers", [{ code: "missed", test: "shouts" }]],
  ]);
  expect(report).toContain("no flawed program fails starts");
  expect(status).toBe(1);
});
