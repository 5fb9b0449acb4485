import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gradeHandIn } from "../runner/api/index.ts";
import { until } from "./support/test-arena.ts";
import { nothingLeft, type Run, Workplace } from "./support/workplace.ts";

/** Listens, ignores signals, leaves its session and never answers, so that a run with it takes as long as its limits. */
const stubborn = `
import os, signal, socket, time
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
if os.fork() == 0:
    os.setsid()
server = socket.create_server(("localhost", 0))
while True:
    time.sleep(0.05)
`;

import { builtCommand } from "./support/built-command.ts";

/** Far less than the limits of the run take; what is left of it goes to a busy machine. */
const atOnceMs = 20_000;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

describe.each(["full", "ports"])("in tier %s", (tier) => {
  const check = () => ["check", "tcp-echo", place.server(stubborn), "--tier", tier];

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("%s ends a run at once, and all of it", async (signal, status) => {
    const run = await running(check());
    const sentMs = performance.now();
    run.child.kill(signal);
    const ended = await run.ended;
    expect(performance.now() - sentMs).toBeLessThan(atOnceMs);
    expect(place.leftovers()).toEqual(nothingLeft);
    expect({ status: ended.status, stdout: ended.stdout, trace: ended.stderr.match(/^ {4}at .*/m) }).toEqual({
      ...{ status, stdout: "", trace: null },
    });
  });

  it("a grading that is given up has no result", async () => {
    const given = new AbortController();
    const graded = gradeHandIn("tcp-echo", place.server(stubborn), {
      tier: tier as "full" | "ports",
      signal: given.signal,
    });
    const outcome = expect(graded).rejects.toBe("given up");
    await until(() => place.programRuns(), 30_000);
    given.abort("given up");
    await outcome;
  });

  it("Ctrl-C in a terminal does, too", async (context) => {
    context.skip(spawnSync("script", ["--version"]).error !== undefined, "there is no script(1) to make a terminal");
    const terminal = ["script", "--quiet", "--return", "--command"];
    const command = [...builtCommand, ...check()].join(" ");
    const run = await whenRunning(place.startCommand([...terminal, command, "/dev/null"]));
    run.child.stdin?.write("\x03");
    const { status } = await run.ended;
    expect({ status, ...place.leftovers() }).toEqual({ status: 130, ...nothingLeft });
  });

  it("Ctrl-C in a terminal says of a class how to go on", async (context) => {
    context.skip(spawnSync("script", ["--version"]).error !== undefined, "there is no script(1) to make a terminal");
    const hand = dirname(place.server(stubborn));
    const grade = ["grade", "tcp-echo", hand, "--out", `${hand}-grades`, "--jobs", "1", "--tier", tier];
    const command = [...builtCommand, ...grade].join(" ");
    const run = await whenRunning(
      place.startCommand(["script", "--quiet", "--return", "--command", command, "/dev/null"]),
    );
    run.child.stdin?.write("\x03");
    const { status, stdout } = await run.ended;
    expect(status).toBe(130);
    expect(stdout).toContain("The same command goes on from here.");
  });

  it("no program outlives a run that was killed, and the next run removes its files", async () => {
    const run = await running(check());
    run.child.kill("SIGKILL");
    await run.ended;
    await until(() => place.processes().length === 0, atOnceMs);
    const next = await place.run(
      "check",
      "tcp-echo",
      place.server("print('no server')"),
      "--tier",
      tier,
      "--only",
      "starts",
    );
    expect({ status: next.status, ...place.leftovers() }).toEqual({ status: 1, ...nothingLeft });
  });
});

function running(args: readonly string[]): Promise<Run> {
  return whenRunning(place.start(args));
}

async function whenRunning(run: Run): Promise<Run> {
  const early = run.ended.then(({ stderr }) => Promise.reject(new Error(`it ended before any program ran: ${stderr}`)));
  early.catch(() => {});
  await Promise.race([until(() => place.programRuns(), 30_000), early]);
  return run;
}
