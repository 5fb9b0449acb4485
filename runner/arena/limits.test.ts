import { existsSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestArena, processesMarked, type TestArena, tiers, until } from "../../tests/support/test-arena.ts";
import { childrenOf } from "../linux/process-tree.ts";
import { defaultLimits } from "./limits.ts";

describe.each(tiers)("limits in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());

  it("ends a program that eats memory", async () => {
    const program = test.python("eaten = []\nwhile True: eaten.append(bytearray(8 << 20))", {
      limits: { ...defaultLimits, memoryBytes: 128 << 20 },
    });
    expect(await program.exited).toMatchObject({ status: 137, limit: "memory" });
  });

  it("counts memory that forked processes share only once", async () => {
    const source = `
import os, time
held = bytearray(60 << 20)
for i in range(0, len(held), 4096): held[i] = 1
children = [os.fork() or (time.sleep(0.4), os._exit(0)) for _ in range(5)]
for child in children: os.waitpid(child, 0)
`;
    const program = test.python(source, { limits: { ...defaultLimits, memoryBytes: 200 << 20 } });
    expect(await program.exited).toMatchObject({ status: 0, limit: null });
  });

  it("ends an endless loop by the processor time it used", async () => {
    const program = test.python("while True: pass", { limits: { ...defaultLimits, cpuSeconds: 0.2 } });
    expect(await program.exited).toMatchObject({ status: 137, limit: "cpu" });
  });

  it.runIf(process.getuid?.() === 0)("collects what has died, for that counts for the limit on processes", async () => {
    const orphan =
      "import os, time\nif os.fork() == 0:\n  if os.fork() == 0: time.sleep(60)\n  os._exit(0)\nprint('up', flush=True)\ntime.sleep(60)";
    const program = test.python(orphan);
    await until(() => program.stdout());
    await program.kill();
    expect(childrenOf(process.pid).filter((pid) => statSync(`/proc/${pid}`).uid !== 0)).toEqual([]);
  });

  it("ends a fork bomb with all its processes", async () => {
    const mark = `bomb-${tier}-${process.pid}`;
    const source = "import os, time\nwhile True:\n  try: os.fork()\n  except OSError: time.sleep(0.01)";
    const program = test.launch(["/usr/bin/python3", "-c", source, mark], {
      limits: { ...defaultLimits, processes: 100 },
    });
    expect(await program.exited).toMatchObject({ status: 137, limit: "processes" });
    expect(processesMarked(mark)).toEqual([]);
  });

  it("cuts a flood of output at its limit", async () => {
    const program = test.launch(["/usr/bin/yes"], { limits: { ...defaultLimits, outputBytes: 100_000 } });
    expect(await program.exited).toMatchObject({ status: 137, limit: "output" });
    expect(program.stdout()).toHaveLength(100_000);
  });

  it("lets a server with sixty threads live", async () => {
    const source = `
import threading, time
threads = [threading.Thread(target=time.sleep, args=(0.3,)) for _ in range(60)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print("done")
`;
    const program = test.python(source);
    expect(await program.exited).toMatchObject({ status: 0, limit: null });
    expect(program.stdout()).toBe("done\n");
  });

  it("refuses a file that is too large and the descriptor too many", async () => {
    const source = `
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try: open("large", "wb").write(bytes(2 << 20))
except OSError as error: print(error.strerror)
held = []
try:
    while True: held.append(open("/dev/null"))
except OSError as error: print(error.strerror)
`;
    const program = test.python(source, { limits: { ...defaultLimits, fileBytes: 1 << 20, openFiles: 50 } });
    expect(await program.exited).toMatchObject({ status: 0 });
    expect(program.stdout()).toBe("File too large\nToo many open files\n");
  });

  it("ends a daemon that forked twice into a session of its own, and counts it", async () => {
    const mark = `daemon-${tier}-${process.pid}`;
    const source = `
import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        print(os.getpid(), flush=True)
        time.sleep(60)
    os._exit(0)
time.sleep(0.2)
`;
    const program = test.launch(["/usr/bin/python3", "-c", source, mark]);
    await until(() => program.stdout());
    expect(processesMarked(mark).length).toBeGreaterThan(0);
    expect(await program.exited).toMatchObject({ status: 0, leftBehind: 1 });
    expect(processesMarked(mark)).toEqual([]);
  });

  it("does not count what ends together with the program", async () => {
    const program = test.launch(["/bin/sh", "-c", "sleep 0.05 & exit 3"]);
    expect(await program.exited).toEqual({ status: 3, limit: null, leftBehind: 0 });
  });

  it("leaves no process at all when killed", async () => {
    const program = test.python(
      "import os, time\nfor _ in range(4): os.fork()\nprint('up', flush=True); time.sleep(60)",
    );
    await until(() => program.stdout() === "up\n".repeat(16));
    const pids = program.pids();
    expect(pids).toHaveLength(16);
    await program.kill();
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });
});
