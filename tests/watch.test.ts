import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { until } from "./support/test-arena.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

/** Computes without end: a run with it takes as long as its patience. */
const endless = "while True: pass";
const silent = "print('no server')";
const listening = `
import socket, sys
server = socket.create_server(("localhost", int(sys.argv[sys.argv.index("--port") + 1])))
while True:
    server.accept()
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

it("grades at each save, gives up a run that is out of date, and ends with Ctrl-C", async () => {
  const folder = place.server(endless);
  const save = (source: string) => writeFileSync(join(folder, `server-${place.mark}.py`), source);
  const run = place.start(["watch", "tcp-echo", folder, "--only", "starts", "--seed", "7"]);
  const marks = () => [...run.said.stdout.matchAll(/Points +(\S+)/g)].map(([, points]) => points);
  const waits = () => run.said.stdout.split("Waiting for the next save").length - 1;

  await until(() => place.programRuns(), 30_000);
  save(listening);
  await until(() => waits() === 1, 30_000);
  expect(marks()).toEqual(["6/6"]);

  save(silent);
  await until(() => waits() === 2, 30_000);
  expect(marks()).toEqual(["6/6", "0/6"]);

  save(endless);
  await until(() => place.programRuns(), 30_000);
  run.child.kill("SIGINT");
  const { status, stderr } = await run.ended;
  expect({ status, stderr, ...place.leftovers() }).toEqual({ status: 0, stderr: "", ...nothingLeft });
});
