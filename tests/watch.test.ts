import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { builtCommand } from "./support/built-command.ts";
import { labPoints } from "./support/lab-points.ts";
import { until } from "./support/test-arena.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

/** Computes for ever, so that a run with it takes as long as its limits. */
const endless = "while True: pass";
const silent = "print('no server')";
const listening = `
import socket, sys
server = socket.create_server(("localhost", int(sys.argv[sys.argv.index("--port") + 1])))
while True:
    server.accept()
`;

/** Answers correctly, and does not handle Ctrl-C until a handler is appended. */
const echoing = `
import socket, sys
server = socket.create_server(("localhost", int(sys.argv[sys.argv.index("--port") + 1])))
try:
    while True:
        client, _ = server.accept()
        client.sendall(client.recv(1024))
        client.close()
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

it("grades at each save, gives up a run that is out of date, and ends with Ctrl-C", async () => {
  const folder = place.server(endless);
  const save = (source: string) => writeFileSync(join(folder, `server-${place.mark}.py`), source);
  const run = place.start(["watch", "tcp-echo", folder, "--only", "starts", "--seed", "7", "--lang", "en"]);
  const marks = () => [...run.said.stdout.matchAll(/^Points (.*)$/gm)].map(([, points]) => points);
  const waits = () => run.said.stdout.split("Waiting for the next save").length - 1;

  await until(() => place.programRuns(), 30_000);
  save(listening);
  await until(() => waits() === 1, 30_000);
  expect(marks()).toEqual(["5/5"]);

  save(silent);
  await until(() => waits() === 2, 30_000);
  expect(marks()).toEqual(["5/5", "0/5  −5 since the last run"]);
  expect(run.said.stdout).toContain(`server-${place.mark}.py was saved: grading again`);

  save(endless);
  await until(() => place.programRuns(), 30_000);
  run.child.kill("SIGINT");
  const { status, stderr } = await run.ended;
  expect({ status, stderr, ...place.leftovers() }).toEqual({ status: 0, stderr: "", ...nothingLeft });
});

it("runs what failed alone at a key, keeps the tests in their order, and repeats what was typed", async () => {
  const folder = place.server(`${echoing}finally:\n    pass\n`);
  const words = [
    "watch",
    "tcp-echo-once",
    folder,
    "--program",
    "server",
    "--only",
    "interrupt",
    "echo-text",
    "--lang",
    "id",
  ];
  // script(1) gives it a terminal, and forwards its own standard input as typing.
  const typed = [...builtCommand, ...words].map((word) => `'${word}'`).join(" ");
  const run = place.startCommand(["script", "-qfec", `NO_COLOR=1 ${typed}`, "/dev/null"]);
  const shown = () => run.said.stdout.split("\u001b[2J").at(-1) ?? "";
  const rounds = () => run.said.stdout.split("Menunggu penyimpanan berikutnya").length - 1;

  const most = await labPoints("tcp-echo-once", ({ id }) => ["starts", "interrupt", "echo-text"].includes(id));
  const lost = await labPoints("tcp-echo-once", ({ id }) => id === "interrupt");

  await until(() => rounds() === 1, 60_000);
  expect(shown()).toContain(`Poin ${most - lost}/${most}`);
  expect(shown()).toContain("f yang gagal (1)");
  expect(shown()).toMatch(/--program server --lang id --only interrupt\s+echo-text --seed/);

  run.child.stdin?.write("f");
  await until(() => rounds() === 2, 60_000);
  expect(run.said.stdout).toContain("Menjalankan lagi 1 tes yang gagal");
  expect(shown()).toContain(`Poin ${most - lost}/${most}  sama seperti terakhir dijalankan`);

  writeFileSync(join(folder, `server-${place.mark}.py`), `${echoing}except KeyboardInterrupt:\n    pass\n`);
  await until(() => rounds() === 3, 60_000);
  expect(shown()).toContain(`Poin ${most}/${most}  +${lost} sejak terakhir dijalankan`);
  // The failed test ran first, but is listed in the lab's order.
  expect(shown()).toMatch(/Server berjalan[\s\S]*Teks pendek[\s\S]*Ctrl-C/);

  run.child.stdin?.write("q");
  const { status } = await run.ended;
  expect({ status, ...place.leftovers() }).toEqual({ status: 0, ...nothingLeft });
});
