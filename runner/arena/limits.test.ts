import { existsSync, statSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestArena, processesMarked, type TestArena, tiers, until } from "../../tests/support/test-arena.ts";
import { childrenOf } from "../linux/process-tree.ts";
import { defaultLimits } from "./limits.ts";

/** Where folders such as /tmp are a launch's own; in tier ports only root can do that. */
const isPrivate = (tier: string) => tier === "full" || process.getuid?.() === 0;

/** Ways to keep memory that no process has mapped. */
const hoards = {
  "files in /tmp": "for i in range(4): open(f'/tmp/{i}', 'wb').write(bytes(14 << 20))",
  "files that are unlinked": `
import os
kept = []
for i in range(4):
    kept.append(os.open(f"/dev/shm/{i}", os.O_CREAT | os.O_RDWR))
    os.write(kept[-1], bytes(14 << 20))
    os.unlink(f"/dev/shm/{i}")`,
  "the names of files": `
for i in range(60_000):
    open(f"/tmp/{i}", "w").close()`,
};

const segments = `
import ctypes, time
libc = ctypes.CDLL(None)
libc.shmat.restype = ctypes.c_void_p
libc.shmdt.argtypes = [ctypes.c_void_p]
for i in range(8):
    segment = libc.shmget(0, 14 << 20, 0o1600)
    address = libc.shmat(segment, None, 0)
    ctypes.memset(address, 1, 14 << 20)
    libc.shmdt(ctypes.c_void_p(address))
time.sleep(60)
`;

it.runIf(tiers.includes("full"))("tier full counts System V segments, and the next test has none of them", async () => {
  const test = await openTestArena("full");
  try {
    const program = test.python(segments, { limits: { ...defaultLimits, memoryBytes: 48 << 20 } });
    expect(await program.exited, program.stderr()).toMatchObject({ status: 137, limit: "memory" });
    test.arena.renewNetwork();
    const next = test.python("print(open('/proc/sysvipc/shm').read().count('\\n'))");
    await next.exited;
    expect(next.stdout()).toBe("1\n");
  } finally {
    await test.close();
  }
});

describe.each(tiers)("limits in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());

  it("counts the memory of a process into which nobody may look", async () => {
    const hidden = "import ctypes, time\nctypes.CDLL(None).prctl(4, 0)\neaten = b'1' * (200 << 20)\ntime.sleep(60)";
    const program = test.python(hidden, { limits: { ...defaultLimits, memoryBytes: 64 << 20 } });
    expect(await program.exited, program.stderr()).toMatchObject({ status: 137, limit: "memory" });
  });

  it("ends a program that eats memory", async () => {
    const program = test.python("eaten = []\nwhile True: eaten.append(bytearray(8 << 20))", {
      limits: { ...defaultLimits, memoryBytes: 128 << 20 },
    });
    expect(await program.exited).toMatchObject({ status: 137, limit: "memory" });
  });

  it.runIf(isPrivate(tier)).each(Object.entries(hoards))("ends a program that keeps memory in %s", async (_, hoard) => {
    const program = test.python(`${hoard}\nimport time\ntime.sleep(60)`, {
      limits: { ...defaultLimits, memoryBytes: 48 << 20 },
    });
    expect(await program.exited, program.stderr()).toMatchObject({ status: 137, limit: "memory" });
  });

  it("ends a program that hands memory on from process to process, each of which ends", async () => {
    const source = `
import mmap, os, time
shared = mmap.mmap(-1, 96 << 20)
for part in range(4):
    if os.fork() == 0:
        shared.seek(part * (24 << 20))
        shared.write(bytes([1]) * (24 << 20))
        os._exit(0)
    os.wait()
time.sleep(60)`;
    const program = test.python(source, { limits: { ...defaultLimits, memoryBytes: 48 << 20 } });
    expect(await program.exited, program.stderr()).toMatchObject({ status: 137, limit: "memory" });
  });

  it("lets no program have memory that is seen nowhere", async () => {
    const program = test.python("import os\nos.memfd_create('hidden')");
    expect(await program.exited).toMatchObject({ status: 1 });
    expect(program.stderr()).toContain("Function not implemented");
  });

  it("ends a program that fills the disk", async () => {
    const source = `
import os
for i in range(100):
    with open(f"{i}", "wb") as file: file.write(bytes(1 << 20))
import time
time.sleep(60)
`;
    const program = test.python(source, { limits: { ...defaultLimits, diskBytes: 16 << 20 } });
    expect(await program.exited).toMatchObject({ status: 137, limit: "disk" });
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

  it("ends an endless loop by the CPU time it used", async () => {
    const program = test.python("while True: pass", { limits: { ...defaultLimits, cpuSeconds: 0.2 } });
    expect(await program.exited).toMatchObject({ status: 137, limit: "cpu" });
  });

  it("ends processes that compute too much together, though none does alone", async () => {
    const program = test.python(
      `
import os, time
for _ in range(50):
    if os.fork() == 0:
        until = time.process_time() + 0.1
        while time.process_time() < until: pass
        os._exit(0)
    os.wait()`,
      { limits: { ...defaultLimits, allCpuSeconds: 0.5 } },
    );
    expect(await program.exited).toMatchObject({ status: 137, limit: "cpu" });
  });

  it("ends what does nothing for too long", async () => {
    const limits = { ...defaultLimits, idleSeconds: 0.5 };
    const program = test.python("import time\nfor _ in range(8): time.sleep(0.1); sum(range(2_000_000))", { limits });
    expect(await program.exited).toMatchObject({ status: 0, limit: null });
    const idle = test.python("import subprocess\nsubprocess.run(['/bin/sleep', '60'])", { limits });
    expect(await idle.exited).toMatchObject({ status: 137, limit: "idle" });
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
