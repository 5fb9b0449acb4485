import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { descriptors, landlockVersion, launchCommand, nativeFile } from "./launcher.ts";
import { reachableFiles } from "./reachable-files.ts";
import { openTerminal } from "./terminal.ts";

/** Prints how each attempt ended, and what it changed of its own files. */
const source = `
import ctypes, errno, fcntl, os, sys
libc = ctypes.CDLL(None, use_errno=True)
arm = os.uname().machine == "aarch64"

def call(x86, arm64, *arguments):
    if libc.syscall(arm64 if arm else x86, *arguments) < 0:
        raise OSError(ctypes.get_errno(), "")

def tries(what, attempt):
    try:
        attempt()
        print(what, "succeeds")
    except OSError as error:
        print(what, errno.errorcode[error.errno])

def each_way(name, path, mode):
    where = path.encode()
    tries(name + " chmod", lambda: os.chmod(path, mode))
    tries(name + " fchmodat2", lambda: call(452, 452, -100, where, mode, 0))
    tries(name + " utime", lambda: os.utime(path, (1, 1)))
    tries(name + " chown", lambda: os.chown(path, os.getuid(), -1))
    opened = os.open(path, os.O_RDONLY)
    pathname = os.open(path, os.O_PATH)
    tries(name + " fchmod", lambda: os.fchmod(opened, mode))
    tries(name + " its descriptor", lambda: os.chmod(f"/proc/self/fd/{pathname}", mode))
    tries(name + " its number alone", lambda: call(452, 452, pathname, b"", mode, 0x1000))
    tries(name + " futimens", lambda: os.utime(opened, (1, 1)))
    tries(name + " fsetxattr", lambda: os.setxattr(opened, "user.a", b"b"))
    tries(name + " flags", lambda: fcntl.ioctl(opened, 0x40086602, bytes(8)))
    tries(name + " lease", lambda: fcntl.fcntl(opened, fcntl.F_SETLEASE, fcntl.F_RDLCK))

each_way("others", sys.argv[1] + "/file", 0o777)
os.symlink(sys.argv[1], "link")
each_way("by a link", "link/file", 0o777)
each_way("folder", sys.argv[1], 0o777)
each_way("own", "own", 0o600)
os.mkdir("folder")
tries("own folder", lambda: os.chmod("folder", 0))
tries("and back", lambda: os.chmod("folder", 0o755))
tries("own link", lambda: os.utime("link", (7, 7), follow_symlinks=False))
tries("another owner", lambda: os.chown("own", 12345, -1))
tries("no file", lambda: os.chmod("none", 0o600))
tries("no address", lambda: call(268, 53, -100, 8, 0o600))
tries("no descriptor", lambda: os.fchmod(99, 0o600))
watches = libc.inotify_init()
tries("watch", lambda: call(254, 27, watches, sys.argv[1].encode(), 0x100))
for what, path in [("terminal", os.ttyname(0)), ("standard input", "/dev/stdin"), ("another terminal", sys.argv[2])]:
    tries(what, lambda: os.open(path, os.O_RDWR | os.O_NOCTTY))
`;

let place: string;
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "wirecheck-attributes-")));
});
afterEach(() => rmSync(place, { recursive: true }));

it.runIf(landlockVersion() > 0)(
  "as the grader's user, changes attributes and opens terminals of its own alone",
  async () => {
    const [home, others] = [join(place, "home"), join(place, "others")];
    const file = join(others, "file");
    for (const folder of [home, others]) mkdirSync(folder);
    writeFileSync(file, "");
    writeFileSync(join(home, "own"), "");
    writeFileSync(join(home, "main.py"), source);
    chmodSync(file, 0o640);
    utimesSync(file, 1000, 1000);
    const before = [file, others].map((path) => lstatSync(path));

    const files = reachableFiles({ readable: [others], writable: [home], hasOwnUser: false });
    const walls = { user: null, limits: [], mostThreads: 100, files };
    const [own, another] = [openTerminal(), openTerminal()];
    const argv = ["/usr/bin/python3", "main.py", others, readlinkSync(`/proc/self/fd/${another.line}`)];
    const [command = "", ...args] = launchCommand(nativeFile("launch"), walls, argv);
    const child = spawn(command, args, { cwd: home, stdio: [own.line, "pipe", "pipe", "pipe", "pipe", "pipe"] });
    const control = child.stdio[descriptors.control] as Duplex;
    const printed = text(child.stdout as Readable);
    const complaint = text(child.stdio[descriptors.errorOutput] as Readable);
    await once(control, "data");
    control.write("\n");
    expect(`${await once(control, "data")}`, await complaint).toBe("0\n");
    control.destroy();
    for (const descriptor of [own, another].flatMap(({ screen, line }) => [screen, line])) closeSync(descriptor);

    const refused = [
      "chmod",
      "fchmodat2",
      "utime",
      "chown",
      "fchmod",
      "its descriptor",
      "its number alone",
      "futimens",
    ];
    const never = ["fsetxattr ENOTSUP", "flags ENOTTY", "lease EACCES"];
    expect((await printed).trim().split("\n")).toEqual([
      ...["others", "by a link", "folder"].flatMap((name) =>
        [...refused.map((way) => `${way} EPERM`), ...never].map((line) => `${name} ${line}`),
      ),
      ...[...refused.map((way) => `${way} succeeds`), ...never].map((line) => `own ${line}`),
      ...["own folder succeeds", "and back succeeds", "own link succeeds", "another owner EPERM"],
      ...["no file ENOENT", "no address EFAULT", "no descriptor EBADF"],
      ...["watch EACCES", "terminal succeeds", "standard input succeeds", "another terminal EACCES"],
    ]);
    expect([file, others].map((path) => lstatSync(path))).toEqual(
      before.map((stats) => expect.objectContaining({ mode: stats.mode, mtimeMs: stats.mtimeMs })),
    );
    expect(lstatSync(join(home, "own"))).toMatchObject({ mode: 0o100600, mtimeMs: 1000 });
    expect(lstatSync(join(home, "folder")).mode).toBe(0o40755);
    expect(lstatSync(join(home, "link")).mtimeMs).toBe(7000);
  },
);
