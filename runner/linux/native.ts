import { createRequire } from "node:module";
import { getSystemErrorName } from "node:util";
import type { LibraryHandle } from "koffi";

/** Moves this thread, and every process it starts from now on, into fresh namespaces; see unshare(2). */
export function unshare(flags: number): void {
  checked("unshare", libc().unshare(flags));
}

/** Opens a socket that no child inherits and returns its descriptor; see socket(2). */
export function socket(domain: number, type: number, protocol: number): number {
  return checked("socket", libc().socket(domain, type | closeOnExec, protocol));
}

/** See bind(2); the address is a `struct sockaddr` of any family. */
export function bind(descriptor: number, address: Buffer): void {
  checked("bind", libc().bind(descriptor, address, address.length));
}

/** See listen(2). */
export function listen(descriptor: number, backlog: number): void {
  checked("listen", libc().listen(descriptor, backlog));
}

/** See ioctl(2); the argument is read and written in place. */
export function ioctl(descriptor: number, request: number, argument: Buffer): void {
  checked("ioctl", libc().ioctl(descriptor, request, argument));
}

/** Sends one message on a connected or netlink socket; see send(2). */
export function send(descriptor: number, bytes: Buffer): void {
  checked("send", libc().send(descriptor, bytes, bytes.length, 0));
}

/** Receives a message that has already arrived and returns its length; null, without waiting, when there is none. */
export function receive(descriptor: number, into: Buffer): number | null {
  const length = libc().recv(descriptor, into, into.length, dontWait);
  if (length < 0 && errorName() === "EAGAIN") return null;
  return checked("recv", length);
}

/** Sets a socket option whose value is an int; see setsockopt(2). */
export function setSocketOption(descriptor: number, level: number, option: number, value: number): void {
  const int = Buffer.alloc(4);
  int.writeInt32LE(value);
  checked("setsockopt", libc().setsockopt(descriptor, level, option, int, int.length));
}

/** Reads a socket option into `value`; see getsockopt(2). */
export function getSocketOption(descriptor: number, level: number, option: number, value: Buffer): void {
  const length = Buffer.alloc(4);
  length.writeInt32LE(value.length);
  checked("getsockopt", libc().getsockopt(descriptor, level, option, value, length));
}

/** Makes the kernel deliver only packets that a classic BPF program accepts; see SO_ATTACH_FILTER in socket(7). */
export function attachFilter(descriptor: number, program: Buffer): void {
  const solSocket = 1;
  const soAttachFilter = 26;
  const filter = { len: program.length / 8, filter: program };
  checked("setsockopt", libc().attachFilter(descriptor, solSocket, soAttachFilter, filter, filterBytes));
}

/** Opens a pipe that no child inherits and returns `[read end, write end]`; Node itself would make a socket pair. */
export function pipe(): [number, number] {
  const ends = Buffer.alloc(8);
  checked("pipe2", libc().pipe2(ends, closeOnExec));
  return [ends.readInt32LE(0), ends.readInt32LE(4)];
}

/** Limits a resource of a process and of all it starts from then on; does nothing if the process is gone; see prlimit(2). */
export function limitResource(pid: number, resource: number, value: number): void {
  const softAndHard = Buffer.alloc(16);
  softAndHard.writeBigUInt64LE(BigInt(value), 0);
  softAndHard.writeBigUInt64LE(BigInt(value), 8);
  const returned = libc().prlimit(pid, resource, softAndHard, null);
  if (returned < 0 && errorName() === "ESRCH") return;
  checked("prlimit", returned);
}

/** Opens a descriptor that refers to a process, even if its pid is used again later; see pidfd_open(2). */
export function openProcess(pid: number): number {
  return checked("pidfd_open", Number(libc().syscall(434, "int", pid, "int", 0)));
}

/** Duplicates a descriptor of another process into this one; see pidfd_getfd(2). */
export function duplicateDescriptor(process: number, descriptor: number): number {
  return checked("pidfd_getfd", Number(libc().syscall(438, "int", process, "int", descriptor, "int", 0)));
}

/**
 * Sets the effective user and group of this thread, which is root's, to the number; 0 makes it root again, for the saved user id
 * stays 0. Called directly, because the C library's functions change all threads of the process; see setresuid(2).
 */
export function becomeUser(user: number): void {
  const calls = process.arch === "arm64" ? { uid: 147, gid: 149 } : { uid: 117, gid: 119 };
  const order = user === 0 ? [calls.uid, calls.gid] : [calls.gid, calls.uid];
  for (const call of order) checked("setresuid", Number(libc().syscall(call, "int", user, "int", user, "int", 0)));
}

/** Keeps a descriptor from being inherited by children; see FD_CLOEXEC in fcntl(2). */
export function closeOnExecute(descriptor: number): void {
  const setFlags = 2;
  const flag = 1;
  checked("fcntl", libc().fcntl(descriptor, setFlags, flag));
}

/** Makes orphaned descendants of this process its own children; see PR_SET_CHILD_SUBREAPER in prctl(2). */
export function adoptOrphans(): void {
  checked("prctl", libc().prctl(36, 1, 0, 0, 0));
}

/** Reaps a child that has ended; does nothing for a child that runs, or for a process that is not a child. */
export function reap(pid: number): void {
  const noHang = 1;
  libc().waitpid(pid, null, noHang);
}

/** Ends this process at once: unlike process.exit, without waiting for threads, one of which may be stuck; see _exit(2). */
export function exitNow(status: number): never {
  if (process.platform !== "win32") libc()._exit(status);
  process.exit(status);
}

/** Bytes of one page of memory on this machine. */
export function pageBytes(): number {
  pageSize ??= libc().getpagesize() as number;
  return pageSize;
}

let pageSize: number | undefined;

const closeOnExec = 0o2000000;
const dontWait = 0x40;

/** Size of `struct sock_fprog` on 64-bit machines: a 16-bit length, padding and a pointer. */
const filterBytes = 16;

type Koffi = typeof import("koffi");

let koffi: Koffi | undefined;
let functions: ReturnType<typeof declare> | undefined;

/** koffi is loaded with the first call, because most commands, and other systems, do not need it. */
function libc() {
  koffi ??= createRequire(import.meta.url)("koffi") as Koffi;
  functions ??= declare(koffi, koffi.load(null));
  return functions;
}

function declare({ pointer, struct }: Koffi, library: LibraryHandle) {
  const filterType = struct({ len: "uint16_t", filter: "void *" });
  return {
    unshare: library.func("unshare", "int", ["int"]),
    socket: library.func("socket", "int", ["int", "int", "int"]),
    bind: library.func("bind", "int", ["int", "void *", "uint"]),
    listen: library.func("listen", "int", ["int", "int"]),
    ioctl: library.func("ioctl", "int", ["int", "ulong", "void *"]),
    send: library.func("send", "long", ["int", "void *", "size_t", "int"]),
    recv: library.func("recv", "long", ["int", "void *", "size_t", "int"]),
    setsockopt: library.func("setsockopt", "int", ["int", "int", "int", "void *", "uint"]),
    getsockopt: library.func("getsockopt", "int", ["int", "int", "int", "void *", "void *"]),
    attachFilter: library.func("setsockopt", "int", ["int", "int", "int", pointer(filterType), "uint"]),
    pipe2: library.func("pipe2", "int", ["void *", "int"]),
    prlimit: library.func("prlimit", "int", ["int", "int", "void *", "void *"]),
    fcntl: library.func("fcntl", "int", ["int", "int", "int"]),
    prctl: library.func("prctl", "int", ["int", "ulong", "ulong", "ulong", "ulong"]),
    waitpid: library.func("waitpid", "int", ["int", "void *", "int"]),
    getpagesize: library.func("getpagesize", "int", []),
    _exit: library.func("_exit", "void", ["int"]),
    syscall: library.func("long syscall(long number, ...)"),
  };
}

/** Returns the result of the call, or throws an Error with its errno as `code`. */
function checked(call: string, returned: number): number {
  if (returned >= 0) return returned;
  const code = errorName();
  throw Object.assign(new Error(`${call}: ${code}`), { code, syscall: call });
}

function errorName(): string {
  return getSystemErrorName(-(koffi?.errno() ?? 0));
}
