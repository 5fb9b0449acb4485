import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestArena, type TestArena, tiers } from "../../tests/support/test-arena.ts";
import { defaultLimits } from "./limits.ts";

/** Calls by which a program reaches into others or out of its walls: their numbers on x86-64 and arm64, and their arguments. */
const refused = {
  ptrace: [101, 117, 16, 1],
  process_vm_readv: [310, 270, 1],
  pidfd_getfd: [438, 438, 0, 0],
  "unshare(CLONE_NEWUSER)": [272, 97, 0x1000_0000],
  mount: [165, 40],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  fanotify_init: [300, 262, 0x200],
  keyctl: [250, 219],
  "prlimit(another)": [302, 261, 1, 7],
  "setpriority(another)": [141, 140, 0, 1, 19],
  "setpriority(all of the user)": [141, 140, 2, 0, 19],
  "sched_setaffinity(another)": [203, 122, 1],
} as const;

const source = `
import ctypes, errno, json, os, socket, sys
libc = ctypes.CDLL(None, use_errno=True)
column = 1 if os.uname().machine == "aarch64" else 0
for name, numbers in json.loads(sys.argv[1]).items():
    returned = libc.syscall(numbers[column], *numbers[2:])
    print(name, returned, errno.errorcode.get(ctypes.get_errno()))
print("io_uring_setup", libc.syscall(425, 1, 0), errno.errorcode.get(ctypes.get_errno()))
for family in (38, 40):
    try: socket.socket(family, socket.SOCK_SEQPACKET if family == 38 else socket.SOCK_STREAM)
    except OSError as error: print("family", family, errno.errorcode[error.errno])
`;

describe.each(tiers)("a launched program in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());

  it("cannot reach into other processes, nor make namespaces, nor use what hand-ins never need", async () => {
    const argv = ["/usr/bin/python3", "main.py", JSON.stringify(refused)];
    const program = test.launch(argv, { sources: { "main.py": source } });
    expect(await program.exited).toMatchObject({ status: 0 });
    expect(program.stdout().trim().split("\n")).toEqual([
      ...Object.keys(refused).map((name) => `${name} -1 EPERM`),
      "io_uring_setup -1 ENOSYS",
      "family 38 EAFNOSUPPORT",
      "family 40 EAFNOSUPPORT",
    ]);
  });

  it("may lower its own limits and priority", async () => {
    const program = test.python(
      "import os, resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\nos.nice(1)\nos.sched_setaffinity(0, os.sched_getaffinity(0))\nprint(resource.getrlimit(resource.RLIMIT_NOFILE))",
    );
    expect(await program.exited, program.stderr()).toMatchObject({ status: 0 });
    expect(program.stdout()).toBe("(64, 64)\n");
  });

  it("starts threads and processes as everywhere", async () => {
    const program = test.python(
      "import subprocess, threading\nthread = threading.Thread(target=print, args=('thread',))\nthread.start(); thread.join()\nprint(subprocess.check_output(['/bin/echo', 'process']))",
    );
    expect(await program.exited).toMatchObject({ status: 0 });
    expect(program.stdout()).toBe("thread\nb'process\\n'\n");
  });

  it("may be a script without a first line that names its shell", async () => {
    const program = test.launch(["{home}/script", "argument"], { sources: { script: 'echo "$0" "$1"' } });
    expect(await program.exited).toMatchObject({ status: 0 });
    expect(program.stdout()).toMatch(/\/script argument\n$/);
  });

  it("says in words why a file is no program", async () => {
    const program = test.launch(["{home}"]);
    expect(await program.exited).toMatchObject({ status: 126 });
    expect(program.stderr()).toMatch(/^cannot run .*: permission denied\n$/);
  });

  it("gets the most that this process may give where a limit asks for more", async () => {
    const openFiles = 2 ** 40;
    const program = test.launch(["/bin/sh", "-c", "ulimit -n; ulimit -Hn"], {
      limits: { ...defaultLimits, openFiles },
    });
    expect(await program.exited).toMatchObject({ status: 0 });
    const [soft, hard] = program.stdout().trim().split("\n");
    expect(soft).toBe(hard);
    expect(Number(soft)).toBeLessThan(openFiles);
  });
});
