/** How a call is given its timeout; the numbers are positions among its arguments. */
export type LimitArgument =
  | "never"
  | "unknown"
  | "futex"
  | "clock_nanosleep"
  /** A C int; negative means never. */
  | { milliseconds: number }
  /** A pointer to the time to wait; null: for ever. */
  | { timespec: number }
  | { timeval: number }
  /** A pointer to the moment at which to give up; null: never. `clock` is the clock's number, or the argument that holds it. */
  | { moment: number; clock: "realtime" | { argument: number } };

/** Which arguments of a call give the descriptors that it waits for. */
export type DescriptorArgument = "none" | "one" | "pollfds" | "fd-sets" | "epoll";

/** A system call that can block. */
export interface SystemCall {
  /** The call as a programmer knows it. */
  word: string;
  limit: LimitArgument;
  descriptor: DescriptorArgument;
  /** Which socket timeout bounds it where the descriptor is a socket: SO_RCVTIMEO or SO_SNDTIMEO; socket(7). */
  socketLimit?: "receive" | "send";
}

/** The name of a call on this architecture (Node's `process.arch`); null when the watch does not know it. */
export function systemCallName(number: number, architecture: string): SystemCallName | null {
  return NAMES[architecture]?.get(number) ?? null;
}

/** Calls that block, by the kernel's name. recvmmsg's timeout is only looked at after a datagram came (its BUGS). */
export const SYSTEM_CALLS = {
  read: { word: "read", limit: "never", descriptor: "one", socketLimit: "receive" },
  readv: { word: "read", limit: "never", descriptor: "one", socketLimit: "receive" },
  recvfrom: { word: "recv", limit: "never", descriptor: "one", socketLimit: "receive" },
  recvmsg: { word: "recv", limit: "never", descriptor: "one", socketLimit: "receive" },
  recvmmsg: { word: "recv", limit: "never", descriptor: "one", socketLimit: "receive" },
  accept: { word: "accept", limit: "never", descriptor: "one", socketLimit: "receive" },
  accept4: { word: "accept", limit: "never", descriptor: "one", socketLimit: "receive" },
  write: { word: "write", limit: "never", descriptor: "one", socketLimit: "send" },
  writev: { word: "write", limit: "never", descriptor: "one", socketLimit: "send" },
  sendto: { word: "send", limit: "never", descriptor: "one", socketLimit: "send" },
  sendmsg: { word: "send", limit: "never", descriptor: "one", socketLimit: "send" },
  sendmmsg: { word: "send", limit: "never", descriptor: "one", socketLimit: "send" },
  sendfile: { word: "send", limit: "never", descriptor: "one", socketLimit: "send" },
  connect: { word: "connect", limit: "never", descriptor: "one", socketLimit: "send" },
  poll: { word: "poll", limit: { milliseconds: 2 }, descriptor: "pollfds" },
  ppoll: { word: "poll", limit: { timespec: 2 }, descriptor: "pollfds" },
  select: { word: "select", limit: { timeval: 4 }, descriptor: "fd-sets" },
  pselect6: { word: "select", limit: { timespec: 4 }, descriptor: "fd-sets" },
  epoll_wait: { word: "epoll", limit: { milliseconds: 3 }, descriptor: "epoll" },
  epoll_pwait: { word: "epoll", limit: { milliseconds: 3 }, descriptor: "epoll" },
  epoll_pwait2: { word: "epoll", limit: { timespec: 3 }, descriptor: "epoll" },
  io_uring_enter: { word: "io_uring", limit: "unknown", descriptor: "none" },
  nanosleep: { word: "sleep", limit: { timespec: 0 }, descriptor: "none" },
  clock_nanosleep: { word: "sleep", limit: "clock_nanosleep", descriptor: "none" },
  restart_syscall: { word: "sleep", limit: "unknown", descriptor: "none" },
  futex: { word: "lock", limit: "futex", descriptor: "none" },
  futex_wait: { word: "lock", limit: { moment: 4, clock: { argument: 5 } }, descriptor: "none" },
  futex_waitv: { word: "lock", limit: { moment: 3, clock: { argument: 4 } }, descriptor: "none" },
  semop: { word: "lock", limit: "never", descriptor: "none" },
  semtimedop: { word: "lock", limit: { timespec: 3 }, descriptor: "none" },
  flock: { word: "lock", limit: "never", descriptor: "one" },
  fcntl: { word: "lock", limit: "never", descriptor: "one" },
  wait4: { word: "wait", limit: "never", descriptor: "none" },
  waitid: { word: "wait", limit: "never", descriptor: "none" },
  /** Until the child executes a program or ends, if it has the memory of its parent (CLONE_VFORK). */
  vfork: { word: "wait", limit: "never", descriptor: "none" },
  clone: { word: "wait", limit: "never", descriptor: "none" },
  clone3: { word: "wait", limit: "never", descriptor: "none" },
  pause: { word: "pause", limit: "never", descriptor: "none" },
  rt_sigsuspend: { word: "pause", limit: "never", descriptor: "none" },
  rt_sigtimedwait: { word: "pause", limit: { timespec: 2 }, descriptor: "none" },
  msgsnd: { word: "write", limit: "never", descriptor: "none" },
  msgrcv: { word: "read", limit: "never", descriptor: "none" },
  mq_timedsend: { word: "write", limit: { moment: 4, clock: "realtime" }, descriptor: "one" },
  mq_timedreceive: { word: "read", limit: { moment: 4, clock: "realtime" }, descriptor: "one" },
  open: { word: "open", limit: "never", descriptor: "none" },
  openat: { word: "open", limit: "never", descriptor: "none" },
} as const satisfies Record<string, SystemCall>;

/** The kernel's name of a call that the watch knows. */
export type SystemCallName = keyof typeof SYSTEM_CALLS;

// Linux, arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h; null: the architecture lacks it.
const NUMBERS: Record<SystemCallName, { x64: number; arm64: number | null }> = {
  read: { x64: 0, arm64: 63 },
  readv: { x64: 19, arm64: 65 },
  recvfrom: { x64: 45, arm64: 207 },
  recvmsg: { x64: 47, arm64: 212 },
  recvmmsg: { x64: 299, arm64: 243 },
  accept: { x64: 43, arm64: 202 },
  accept4: { x64: 288, arm64: 242 },
  write: { x64: 1, arm64: 64 },
  writev: { x64: 20, arm64: 66 },
  sendto: { x64: 44, arm64: 206 },
  sendmsg: { x64: 46, arm64: 211 },
  sendmmsg: { x64: 307, arm64: 269 },
  sendfile: { x64: 40, arm64: 71 },
  connect: { x64: 42, arm64: 203 },
  poll: { x64: 7, arm64: null },
  ppoll: { x64: 271, arm64: 73 },
  select: { x64: 23, arm64: null },
  pselect6: { x64: 270, arm64: 72 },
  epoll_wait: { x64: 232, arm64: null },
  epoll_pwait: { x64: 281, arm64: 22 },
  epoll_pwait2: { x64: 441, arm64: 441 },
  io_uring_enter: { x64: 426, arm64: 426 },
  nanosleep: { x64: 35, arm64: 101 },
  clock_nanosleep: { x64: 230, arm64: 115 },
  restart_syscall: { x64: 219, arm64: 128 },
  futex: { x64: 202, arm64: 98 },
  futex_wait: { x64: 455, arm64: 455 },
  futex_waitv: { x64: 449, arm64: 449 },
  semop: { x64: 65, arm64: 193 },
  semtimedop: { x64: 220, arm64: 192 },
  flock: { x64: 73, arm64: 32 },
  fcntl: { x64: 72, arm64: 25 },
  wait4: { x64: 61, arm64: 260 },
  waitid: { x64: 247, arm64: 95 },
  vfork: { x64: 58, arm64: null },
  clone: { x64: 56, arm64: 220 },
  clone3: { x64: 435, arm64: 435 },
  pause: { x64: 34, arm64: null },
  rt_sigsuspend: { x64: 130, arm64: 133 },
  rt_sigtimedwait: { x64: 128, arm64: 137 },
  msgsnd: { x64: 69, arm64: 189 },
  msgrcv: { x64: 70, arm64: 188 },
  mq_timedsend: { x64: 242, arm64: 182 },
  mq_timedreceive: { x64: 243, arm64: 183 },
  open: { x64: 2, arm64: null },
  openat: { x64: 257, arm64: 56 },
};

const NAMES: Record<string, ReadonlyMap<number, SystemCallName>> = { x64: namesOf("x64"), arm64: namesOf("arm64") };

function namesOf(architecture: "x64" | "arm64"): Map<number, SystemCallName> {
  const names = new Map<number, SystemCallName>();
  for (const [name, numbers] of Object.entries(NUMBERS)) {
    const number = numbers[architecture];
    if (number !== null) names.set(number, name as SystemCallName);
  }
  return names;
}
