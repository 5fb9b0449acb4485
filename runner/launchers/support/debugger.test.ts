import { expect, it } from "vitest";
import { debuggerStack } from "./debugger.ts";

const said = `[Thread debugging using libthread_db enabled]
0x00007f64 in __libc_recv (fd=4, buf=...) at ../sysdeps/unix/sysv/linux/recv.c:28
28      ../sysdeps/unix/sysv/linux/recv.c: No such file or directory.

Thread 2 (Thread 0x7f64a (LWP 12) "program"):
#0  __libc_accept (fd=3, addr=..., len=...) at ../sysdeps/unix/sysv/linux/accept.c:26
#1  0x000055d1 in main (argc=..., argv=...) at server.c:30

Thread 1 (Thread 0x7f64b (LWP 11) "program"):
#0  0x00007f64 in recv () from /lib/x86_64-linux-gnu/libc.so.6
#1  0x000055d1 in serve(int) (c=4) at /home/student/lib/serve.cpp:14
#2  0x000055d1 in server::main::{closure#0} () at server.rs:9
#3  0x00007f64 in start_thread (arg=<optimized out>) at ./nptl/pthread_create.c:442
[Inferior 1 (process 11) detached]
`;

it("reads the calls of each thread with their lines, innermost first", () => {
  const calls = debuggerStack.threads(said).map((frames) => frames.map(({ name, path, line }) => [name, path, line]));
  expect(calls).toEqual([
    [
      ["__libc_accept", "../sysdeps/unix/sysv/linux/accept.c", 26],
      ["main", "server.c", 30],
    ],
    [
      ["recv", "", Number.NaN],
      ["serve(int)", "/home/student/lib/serve.cpp", 14],
      ["server::main::{closure#0}", "server.rs", 9],
      ["start_thread", "./nptl/pthread_create.c", 442],
    ],
  ]);
});
