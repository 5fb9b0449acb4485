import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../runner/package-root.ts";
import { until } from "./support/test-arena.ts";
import { nothingLeft, type Run, Workplace } from "./support/workplace.ts";

const echoing = (answer: string) => `import socket, sys
listener = socket.create_server(("", int(sys.argv[1])))
while True:
    client, _ = listener.accept()
    with client:
        while data := client.recv(1024):
            client.sendall(${answer})
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

/** Runs a node:test suite or a script that opens this server. */
function run(how: "--test" | "--", server: string, tier: string, ...lines: string[]): Run {
  const suite = join(place.folder, "suite.mjs");
  const api = pathToFileURL(join(packageRoot(), "dist/bin/api.js"));
  const opening = [
    `import { ExpectationFailed, openHandIn } from "${api}";`,
    'import assert from "node:assert/strict";',
    'import { after, test } from "node:test";',
    `const options = { programs: ["server"], tier: "${tier}" };`,
    `const handIn = await openHandIn("tcp-echo", "${place.server(server)}", options);`,
  ];
  writeFileSync(suite, [...opening, ...lines].join("\n"));
  return place.startCommand([process.execPath, how, suite]);
}

const conversation = `async function talk({ launch, connect }) {
  await launch("server");
  const alice = await connect("alice");
  await alice.send("halo\\n");
  await alice.expect("halo\\n");
  await alice.close();
}`;

describe.each(["full", "ports", "local"])("in tier %s", (tier) => {
  it("a right program passes and can be asked again", async () => {
    const again = ["after(() => handIn.end());", 'for (const name of ["a", "b"]) test(name, handIn.test(talk));'];
    const { status, stdout } = await run("--test", echoing("data"), tier, conversation, ...again).ended;
    expect({ status, passed: /# pass \d+/.exec(stdout)?.[0], ...place.leftovers() }).toEqual({
      ...{ status: 0, passed: "# pass 2" },
      ...nothingLeft,
    });
  });

  it("a wrong one fails on the line of the suite, with the sentence that a student reads", async () => {
    const fails = ["after(() => handIn.end());", 'test("echoes", handIn.test(talk));'];
    const { status, stdout } = await run("--test", echoing("data.upper()"), tier, conversation, ...fails).ended;
    expect(status).toBe(1);
    expect(stdout).toContain('alice should have got "halo\\n" and got "HALO\\n".');
    expect(stdout).toContain(
      'cause: Changes the bytes. After 0 correct bytes, alice had sent "halo\\n" and got "HALO\\n" back.',
    );
    expect(stdout).toMatch(/stack: \|-\n.*talk \(.*suite\.mjs:10:/);
    expect(place.leftovers()).toEqual(nothingLeft);
  });
});

it("says what is wrong with a step, goes on after it, and plays nothing after a failure", async () => {
  const asked = `const run = await handIn.begin();
const says = (asked, name, message) => assert.rejects(asked, { name, message });
await says(run.connect("alice"), "UsageProblem", "the server was not started: a start step must come first");
const server = await run.launch("server");
const alice = await run.connect("alice");
await says(run.step({ send: { from: "alise", text: "x" } }), "UsageProblem", "no peer is named \`alise\`: did you mean \`alice\`?");
await says(run.step({ sent: "x" }), "UsageProblem", "unknown step \`sent\`: did you mean \`send\`?");
await says(server.expectFile({ path: "log", text: "x" }), "UsageProblem", /keepFiles: \\["log"\\]/);
await says(run.step({ "expect-calls": { of: "server", order: ["bind"] } }), "UsageProblem", /traceCalls/);
await alice.send(Uint8Array.of(123, 97, 125, 10));
assert.equal((await alice.expect({ matches: "(?<name>\\\\w+)" })).name, "a");
const failed = await alice.expect("no").then(assert.fail, (error) => error);
assert(failed instanceof ExpectationFailed);
assert.deepEqual([failed.failure.code, failed.failure.who], ["no-reply", "alice"]);
assert(failed.transcript.some(({ kind }) => kind === "received"));
await says(alice.send("x"), "UsageProblem", "nothing more can be played here: \`expect\` has failed");
await run.end();
await says(run.launch("server"), "UsageProblem", /\`expect\` has failed/);
await handIn.end();`;
  const { status, stderr } = await run("--", echoing("data.strip(b'{}')"), "ports", asked).ended;
  expect({ status, stderr, ...place.leftovers() }).toEqual({ status: 0, stderr: "", ...nothingLeft });
});

it("a test that throws or takes too long leaves the next one a fresh start", async () => {
  const tests = `after(() => handIn.end());
test("throws", handIn.test(async ({ launch }) => { await launch("server"); throw new Error("mine"); }));
test("is late", { timeout: 3_000 }, handIn.test(async ({ launch, step }) => {
  await launch("server");
  await step({ wait: "1000s" });
}));
test("echoes", handIn.test(talk));`;
  const { stdout } = await run("--test", echoing("data"), "ports", conversation, tests).ended;
  expect(stdout).toMatch(/error: 'mine'/);
  expect(stdout).toMatch(/testTimeoutFailure/);
  expect(stdout).toMatch(/^ok 3 - echoes/m);
  expect(place.leftovers()).toEqual(nothingLeft);
});

it.each(["full", "ports"])("SIGINT ends a script, and all that it has begun, in tier %s", async (tier) => {
  const waits =
    'const run = await handIn.begin(); await run.launch("server"); console.log("launched"); await run.step({ wait: "100s" });';
  const script = run("--", echoing("data"), tier, waits);
  await Promise.race([until(() => script.said.stdout !== "", 60_000), script.ended]);
  script.child.kill("SIGINT");
  const { status, stderr } = await script.ended;
  expect({ status, stderr, ...place.leftovers() }).toEqual({ status: "SIGINT", stderr: "", ...nothingLeft });
});
