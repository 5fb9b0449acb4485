import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { Mutation } from "../runner/model/verification.ts";
import { verify } from "./support/verify.ts";
import { Workplace } from "./support/workplace.ts";

const folder = mkdtempSync(join(tmpdir(), "mutants-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A lab that checks the length of the answer, not its content. */
const lab = `
id: counts
title: Counting server
points: 1
programs:
  server: { kind: server, transport: udp, files: ["server.*"], port: { argument: 1 } }
tests:
  - id: answers
    points: 1
    title: It answers
    why: Whoever asks waits.
    steps:
      - connect: alice
      - send: { from: alice, text: halo }
      - expect: { at: alice, matches: "^\\\\d+$" }
`;

const python = `import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(("127.0.0.1", int(sys.argv[1])))
asked = 0
while True:
    data, who = s.recvfrom(1024)
    asked += 1
    if len(data) > 100:
        asked += 7
    s.sendto(b"%d" % (len(data) + 1), who)
`;

const javascript = `import dgram from "node:dgram";
const server = dgram.createSocket("udp4");
server.on("message", (data, { port, address }) => {
  if (data.length > 100) return;
  server.send(String(data.length + 1), port, address);
});
server.bind(Number(process.argv[2]), "127.0.0.1");
`;

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Each survivor by its changed line, with the tests in which a difference was seen. */
function survivorsOf(program: string, mutations: readonly Mutation[] = []): Record<string, string[]> {
  const found = mutations.flatMap((mutation) => (mutation.program === program ? mutation.survivors : []));
  return Object.fromEntries(found.map(({ added, seenIn }) => [added.map((line) => line.trim()).join(" "), seenIn]));
}

it("lists the mistakes in references that no test notices, and whether anything was seen of them", async () => {
  write({ "lab.yaml": lab, "reference/python/server.py": python, "reference/node/server.mjs": javascript });
  const { status, report, found } = await verify([folder], "--sample", "python", "node", "--mutate");
  const mutations = found[0]?.mutations;
  expect(mutations?.map(({ tried, made }) => tried === made && made > 5)).toEqual([true, true]);

  const ofPython = survivorsOf("python", mutations);
  // The lab does not distinguish another number from the right one.
  expect(ofPython['s.sendto(b"%d" % (len(data) - 1), who)']).toEqual(["answers"]);
  expect(ofPython["asked += 2"]).toEqual([]);
  const ofLine = (text: string) =>
    mutations?.flatMap(({ survivors }) => survivors).find(({ removed }) => removed[0]?.trim() === text);
  expect(ofLine("asked += 7")?.neverRun).toBe(true);
  expect(ofLine("asked += 1")?.neverRun).toBeUndefined();
  expect(ofLine("if (data.length > 100) return;")?.neverRun).toBeUndefined();
  // This mutant never answers, which is noticed.
  expect(Object.keys(ofPython)).not.toContain("while False:");

  const ofNode = survivorsOf("node", mutations);
  expect(ofNode["server.send(String(data.length - 1), port, address);"]).toEqual(["answers"]);
  expect(ofNode["if (false) return;"]).toEqual([]);
  expect(Object.keys(ofNode)).not.toContain("if (true) return;");

  expect(report).toMatch(/\+ {5}s\.sendto\(b"%d" % \(len\(data\) - 1\), who\)/);
  expect(report).toContain("It did something else, and no test minds:");
  expect(status).toBe(0);

  // What is kept is a flawed program from now on, and what is known is listed no more.
  const placeOf = (added: string) =>
    mutations?.flatMap(({ survivors }) => survivors).find((each) => each.added[0]?.trim() === added)?.place;
  const counts = placeOf('s.sendto(b"%d" % (len(data) - 1), who)');
  const kept = await keep(`--keep=python/server.py:${counts}=counts-down`);
  expect(kept).toMatchObject({ status: 0, stdout: expect.stringContaining("fixtures/counts-down") });
  expect(readFileSync(join(folder, "fixtures/counts-down/server.py"), "utf8")).toContain("len(data) - 1");
  expect(parse(readFileSync(join(folder, "fixtures/counts-down/expected.yaml"), "utf8"))).toHaveProperty("flaw");
  expect((await keep(`--keep=python/server.py:${counts}=counts-down`)).stderr).toContain("is there already");
  expect((await keep("--keep=python/server.py:999=x")).stderr).toContain("there is no mutant python/server.py:999");
  rmSync(join(folder, "fixtures"), { recursive: true });
  expect((await keep(`--known=python/server.py:${placeOf("asked += 2")}=nobody reads it`)).status).toBe(0);
  const again = await verify([folder], "--sample", "python", "--mutate", "--mutants", "1");
  const [second] = again.found[0]?.mutations ?? [];
  const ofAll = mutations?.find(({ program }) => program === "python")?.made ?? 0;
  expect(second).toMatchObject({ known: 1, made: ofAll, tried: 1 });
  expect(again.report).toContain("1 known");
}, 300_000);

async function keep(option: string) {
  const place = new Workplace();
  const run = await place.run("verify", folder, option);
  place.remove();
  return run;
}
