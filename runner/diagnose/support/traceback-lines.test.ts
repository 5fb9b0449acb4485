import { expect, it } from "vitest";
import { madeFiles } from "../../../tests/support/made-evidence.ts";
import { tracebackLines } from "./traceback-lines.ts";

const files = madeFiles(
  Object.fromEntries(
    ["lab/server.py", "server.py", "server.c", "Server.java", "server.go", "server.rs", "server.js"].map((name) => [
      name,
      "",
    ]),
  ),
);

it.each([
  [
    "Python",
    'Traceback (most recent call last):\n  File "/home/student/server.py", line 12, in <module>\n  File "/usr/lib/python3.11/socket.py", line 294, in accept\n',
    [["server.py", 12]],
  ],
  ["Python's compiler", '  File "lab/server.py", line 9\n    server = (\nSyntaxError: …', [["lab/server.py", 9]]],
  ["gcc", "server.c:29:5: error: expected ‘;’ before ‘for’\n", [["server.c", 29]]],
  ["javac", "Server.java:21: error: cannot find symbol\n", [["Server.java", 21]]],
  [
    "Java",
    'Exception in thread "main" java.net.BindException\n\tat java.base/sun.nio.ch.Net.bind(Net.java:555)\n\tat Server.main(Server.java:7)\n',
    [["Server.java", 7]],
  ],
  ["the Go compiler", './server.go:6:2: "strings" imported and not used\n', [["server.go", 6]]],
  [
    "Go",
    "panic: EOF\n\ngoroutine 1 [running]:\nmain.echo()\n\t/home/student/server.go:36 +0x125\nnet.x()\n\t/usr/local/go/src/net/net.go:9\n",
    [["server.go", 36]],
  ],
  ["Rust", "thread 'main' (2) panicked at server.rs:23:55:\ncalled `unwrap()`\n", [["server.rs", 23]]],
  [
    "Node",
    "/home/student/server.js:10\n    throw error;\n    at Socket.<anonymous> (/home/student/server.js:10:5)\n    at emitErrorNT (node:net:1944:8)\n",
    [["server.js", 10]],
  ],
  ["nobody", "usage: server.py [-h] --port PORT\n", []],
])("finds the student's own lines in what %s says", (_, text, places) => {
  expect(tracebackLines(text, files).map(({ file, line }) => [file, line])).toEqual(places);
});

it("tells the innermost line of the last traceback first", () => {
  const first = 'Traceback (most recent call last):\n  File "server.py", line 1, in <module>\nValueError: x\n';
  const last =
    'Traceback (most recent call last):\n  File "server.py", line 12, in <module>\n  File "server.py", line 3, in f\nE\n';
  expect(tracebackLines(first + last, files).map(({ line }) => line)).toEqual([3, 12]);
});

it("takes no file of the library for one of the hand-in that is called alike", () => {
  const own = madeFiles({ "socket.py": "" });
  expect(tracebackLines('  File "/usr/lib/python3.11/socket.py", line 3, in accept', own)).toEqual([]);
});
