import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestArena, processesMarked, type TestArena, tiers, until } from "../../tests/support/test-arena.ts";
import { parseStat } from "../linux/parse-stat.ts";

const echoServer = `
import socket, sys
server = socket.socket()
server.bind(("127.0.0.1", int(sys.argv[1])))
server.listen()
print("ready", flush=True)
server.accept()
`;

describe.each(tiers)("a program in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());
  beforeEach(() => test.arena.renewNetwork());

  it("listens, is found by its socket, and is gone when killed", async () => {
    const port = await test.arena.freePort();
    const server = test.launch(["/usr/bin/python3", "main.py", `${port}`], { sources: { "main.py": echoServer } });
    const [socket] = await until(() => server.listening().length > 0 && server.listening());
    expect(socket).toMatchObject({ protocol: "tcp", state: "LISTEN", localAddress: "127.0.0.1", localPort: port });
    expect(server.pids()).toHaveLength(1);
    const pids = server.pids();
    await server.kill();
    expect(await server.exited).toEqual({ status: 137, limit: null, leftBehind: 0 });
    expect(server.stdout()).toBe("ready\n");
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(server.pids()).toEqual([]);
  });

  it("delivers all output before it counts as ended", async () => {
    const program = test.python("import sys; print('x' * 300_000); print('y', file=sys.stderr); sys.exit(7)");
    expect(await program.exited).toEqual({ status: 7, limit: null, leftBehind: 0 });
    expect(program.stdout()).toHaveLength(300_001);
    expect(program.stderr()).toBe("y\n");
    expect(program.exit?.status).toBe(7);
  });

  it("is looked after by a process that sleeps meanwhile", async () => {
    const source = "import os, time\nwhile time.process_time() < 0.5: pass\nprint('done', flush=True)\nos.read(0, 1)";
    const program = test.python(source);
    await until(() => program.stdout() === "done\n");
    const [pid = 0] = program.pids();
    const stat = (of: number) => parseStat(readFileSync(`/proc/${of}/stat`, "latin1"));
    const own = stat(pid);
    expect(own?.cpuTicks).toBeGreaterThanOrEqual(40);
    expect(stat(own?.parent ?? 0)?.cpuTicks).toBeLessThan(5);
  });

  it("counts the CPU time of orphans that have ended", async () => {
    const program = test.python(`
import os, time
if os.fork() == 0:
    if os.fork() == 0:
        while time.process_time() < 0.1: pass
    os._exit(0)
time.sleep(60)
`);
    await until(() => (program.reapedTicks?.() ?? 0) >= 5);
    await program.kill();
  });

  it("reports a fatal signal as 128 + n, without a word of ours in its output", async () => {
    const program = test.python("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)");
    expect(await program.exited).toMatchObject({ status: 139 });
    expect(program.stderr()).toBe("");
  });

  it("reads what is typed until the end of input", async () => {
    const program = test.python("import sys\nfor line in sys.stdin: print(line.upper(), end='', flush=True)");
    program.type(Buffer.from("halo\n"));
    await until(() => program.stdout() === "HALO\n");
    program.endInput();
    expect(await program.exited).toMatchObject({ status: 0 });
    program.type(Buffer.from("too late"));
  });

  it("sits before a terminal that lets lines be edited, echoes nothing and changes no byte of the output", async () => {
    const program = test.python(
      "import sys\nassert sys.stdin.isatty() and sys.stdout.isatty()\nfor line in sys.stdin: print(repr(line))\nprint('end', end='')",
      { stdin: "terminal" },
    );
    program.type(Buffer.from("Halp\x7fo\n"));
    await until(() => program.stdout() === "'Halo\\n'\n");
    program.endInput();
    expect(await program.exited).toEqual({ status: 0, limit: null, leftBehind: 0 });
    expect(program.stdout()).toBe("'Halo\\n'\nend");
    program.type(Buffer.from("too late"));
  });

  it("delivers all that was written to a terminal", async () => {
    for (const _ of Array.from({ length: 10 })) {
      const program = test.python("print('x' * 300_000)", { stdin: "terminal" });
      expect(await program.exited).toMatchObject({ status: 0 });
      expect(program.stdout()).toHaveLength(300_001);
    }
  });

  it("finds the end of input at once when input is closed, and a closed descriptor 1", async () => {
    const source = "import sys; print(repr(sys.stdin.read()), sys.stdout, file=sys.stderr)";
    const program = test.python(source, { stdin: "closed", stdout: "closed" });
    expect(await program.exited).toMatchObject({ status: 0 });
    expect(program.stderr()).toBe("'' None\n");
  });

  it("finds that nobody reads its output any more", async () => {
    const source =
      "import sys\ntry: print('a line', flush=True)\nexcept OSError as error: print(error, file=sys.stderr)\nsys.stdout = None";
    const program = test.python(source, { stdout: "reader-gone" });
    await program.exited;
    expect(program.stderr()).toContain("[Errno 32] Broken pipe\n");
  });

  it("can open its streams by name", async () => {
    const program = test.launch(["/bin/sh", "-c", "cat /dev/stdin > /dev/stdout; echo err > /dev/stderr"]);
    program.type(Buffer.from("in"));
    program.endInput();
    expect(await program.exited).toMatchObject({ status: 0 });
    expect([program.stdout(), program.stderr()]).toEqual(["in", "err\n"]);
  });

  it("runs in a copy of its files, with its folders in place of {home} and {build}", async () => {
    const source = 'pwd; echo "$PLACE" "$1"; cat "$1/note.txt"; echo changed > note.txt';
    const argv = ["/bin/sh", "-c", source, "sh", "{home}"];
    const first = test.launch(argv, { env: { PLACE: "{home}" }, sources: { "note.txt": "unchanged\n" } });
    expect(await first.exited).toMatchObject({ status: 0 });
    const [folder] = first.stdout().split("\n");
    expect(first.stdout()).toBe(`${folder}\n${folder} ${folder}\nunchanged\n`);
    const originals = readdirSync(test.scratch).map((name) => join(test.scratch, name, "note.txt"));
    expect(originals.filter(existsSync).map((path) => readFileSync(path, "utf8"))).toEqual(["unchanged\n"]);
  });

  it("passes Ctrl-C to a program behind a shell", async () => {
    const source =
      "import signal\ntry: print('ready', flush=True); signal.pause()\nexcept KeyboardInterrupt: print('bye')";
    const program = test.launch(["/bin/sh", "-c", "python3 main.py; true"], { sources: { "main.py": source } });
    await until(() => program.stdout() === "ready\n");
    program.signal("SIGINT");
    const exit = await program.exited;
    expect(program.stdout()).toBe("ready\nbye\n");
    expect([0, 130]).toContain(exit.status);
  });

  it("spares processes outside the foreground", async () => {
    const source =
      "trap 'exit 5' INT; setsid sh -c 'trap \"echo daemon\" INT; echo ready; while :; do sleep 0.05; done' & wait";
    const program = test.launch(["/bin/sh", "-c", source]);
    await until(() => program.stdout() === "ready\n");
    program.signal("SIGINT");
    expect(await program.exited).toMatchObject({ status: 5 });
    expect(program.stdout()).toBe("ready\n");
  });

  it("has the user of the copy that it is started with, and each ends with its own processes alone", async () => {
    const mark = `copy-${tier}-${process.pid}`;
    const command = ["/bin/sh", "-c", `setsid sh -c 'id -u; sleep 60' ${mark} & wait`];
    const first = test.launch(command);
    await until(() => first.stdout());
    const second = test.launch(command, { sharesUserWith: first });
    await until(() => second.stdout());
    expect(second.stdout()).toBe(first.stdout());
    await second.kill();
    expect(processesMarked(mark).length).toBeGreaterThan(0);
    expect(first.exit).toBeNull();
    await first.kill();
    expect(processesMarked(mark)).toEqual([]);
  });

  it("leaves nothing behind when it is killed while it starts", async () => {
    const mark = `early-${tier}-${process.pid}`;
    for (let round = 0; round < 100; round++) {
      const program = test.launch(["/bin/sh", "-c", `echo ${mark}; sleep 60`, mark]);
      const waitMs = (round % 17) / 2;
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      await program.kill();
      expect(program.exit).toMatchObject({ status: 137, limit: null });
    }
    expect(processesMarked(mark)).toEqual([]);
  });

  it("says why a program is not there: 127, as a shell does", async () => {
    const program = test.launch(["{home}/nowhere"]);
    expect(await program.exited).toMatchObject({ status: 127 });
    expect(program.stderr()).toMatch(/nowhere/);
  });
});

describe.runIf(tiers.includes("full"))("a sandbox that cannot be made", () => {
  it("is the machine's fault: an exception with bwrap's words", async () => {
    const test = await openTestArena("full");
    const program = test.launch(["/bin/true"], { toolFolders: ["/opt/not/there"] });
    await expect(program.exited).rejects.toThrow(/could not be started: .*\/opt\/not\/there/);
    await test.close();
  });
});
