import { describe, expect, it } from "vitest";
import { madeFiles } from "../../../tests/support/made-evidence.ts";
import { launchers } from "../../launchers/index.ts";
import type { Launcher } from "../../launchers/launcher.ts";
import { languages } from "../../model/text.ts";
import { errnoErrors } from "./errno.ts";
import { meaningOf } from "./index.ts";

const files = madeFiles({ "server.py": "" });

it.each([
  [
    "Python",
    "TypeError: a bytes-like object is required, not 'str'",
    'conn.sendall("Halo " + text)',
    "sendall(text.encode())",
  ],
  ["Python", "TypeError: a bytes-like object is required, not 'str'", 'parts = data.split(",")', "b before the quotes"],
  [
    "Python",
    "TypeError: socket.bind() takes exactly one argument (2 given)",
    "s.bind(host, port)",
    "bind((host, port))",
  ],
  ["Python", "TypeError: connect(): AF_INET address must be tuple, not str", "s.connect(host)", "(host, port)"],
  ["Python", "TypeError: str, bytes or bytearray expected, not int", "s.bind((port, host))", "bind((host, port))"],
  ["Python", "TypeError: 'str' object cannot be interpreted as an integer", "s.bind((host, port))", "int(sys.argv[1])"],
  [
    "Python",
    "AttributeError: 'tuple' object has no attribute 'recv'",
    "data = conn.recv(1)",
    "conn, addr = server.accept()",
  ],
  ["Python", "AttributeError: 'tuple' object has no attribute 'decode'", "", "data, addr = sock.recvfrom"],
  ["Python", "TypeError: f() argument after * must be an iterable, not socket", "", "args=(conn,)"],
  ["Python", "TypeError: __main__.f() missing 1 required positional argument: 'addr'", "", "args=(conn, addr)"],
  ["Python", "NameError: name 'sys' is not defined", "port = int(sys.argv[1])", "import sys"],
  ["Python", "NameError: name 'adress' is not defined", "print(adress)", "adress spelt"],
  ["Python", "NameError: name 'head' is not defined", 'struct.unpack("!H", head)', "head spelt"],
  ["Python", "NameError: name 'queue' is not defined", "queue.append(data)", "queue spelt"],
  [
    "Python",
    "AttributeError: module 'socket' has no attribute 'AddressInUseError'",
    "except socket.X:",
    "except OSError",
  ],
  ["Python", "OSError: [Errno 22] Invalid argument", "conn, addr = s.accept()", "listen() once"],
  ["Python", "OSError: [Errno 22] Invalid argument", "s.bind((host, port))", "once, before the loop"],
  ["Python", "OSError: [Errno 95] Operation not supported", "s.listen(5)", "SOCK_STREAM"],
  ["Python", "OSError: [Errno 89] Destination address required", "s.send(data)", "sendto(data, addr)"],
  ["Python", "OSError: [Errno 107] Transport endpoint is not connected", "data = s.recv(1)", "accept() returned"],
  ["Python", "OSError: [Errno 107] Transport endpoint is not connected", "c.shutdown(2)", "one client around"],
  ["Python", "OSError: [Errno 9] Bad file descriptor", "c, a = s.accept()", "only the client's socket"],
  [
    "Python",
    "socket.gaierror: [Errno -2] Name or service not known",
    "s.connect((host, port))",
    "host first, then port",
  ],
  ["Python", "AttributeError: 'coroutine' object has no attribute 'serve_forever'", "", "Write await before"],
  ["Python", "TypeError: data argument must be a bytes-like object, not 'coroutine'", "", "Write await before"],
  ["Python", "s.py:3: RuntimeWarning: coroutine 'handle' was never awaited", "", "create_task(handle(...))"],
  ["Python", "TypeError: object NoneType can't be used in 'await' expression", "", "await writer.drain()"],
  ["Python", "ValueError: a coroutine was expected, got <function main at 0x1>", "", "brackets behind main"],
  ["Python", "RuntimeError: no running event loop", "", "asyncio.run(main()) once"],
  [
    "Python",
    "ValueError: file descriptor cannot be a negative integer (-1)",
    "select.select(all, [], [])",
    "before you close",
  ],
  [
    "Python",
    "ValueError: not enough values to unpack (expected 3, got 1)",
    "a, b, c = line.split()",
    "up to its newline",
  ],
  [
    "Python",
    "ValueError: too many values to unpack (expected 2)",
    "data, addr = s.recv(1024)",
    "data = conn.recv(1024)",
  ],
  ["Python", "ZeroDivisionError: division by zero", "return a / b", "answer that it cannot"],
  ["Go", "panic: runtime error: integer divide by zero", "", "answer that it cannot"],
  ["Java", "java.lang.ArithmeticException: / by zero", "", "answer that it cannot"],
  ["Rust", "thread 'main' panicked: attempt to divide by zero", "", "answer that it cannot"],
  [
    "Python",
    "TypeError: 'str' object cannot be interpreted as an integer",
    "s.sendto(b'Halo', '127.0.0.1', port)",
    "sendto(data, ('127.0.0.1', port))",
  ],
  [
    "Python",
    "TypeError: 'str' object cannot be interpreted as an integer",
    "s.sendto(b'Halo', (host, port))",
    "int(sys.argv[1])",
  ],
  [
    "Python",
    "TypeError: 'str' object cannot be interpreted as an integer",
    "s.bind(('', '12345'))",
    "quotes around 12345",
  ],
  [
    "Python",
    "PermissionError: [Errno 13] Permission denied",
    "s.setsockopt(socket.SOL_SOCKET, socket.TCP_NODELAY, 1)",
    "IPPROTO_TCP, socket.TCP_NODELAY",
  ],
  [
    "Python",
    "OSError: [Errno 22] Invalid argument",
    "s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 5)",
    'struct.pack("ii", 1, 5)',
  ],
  ["Python", "BlockingIOError: [Errno 115] Operation now in progress", "s.connect((host, 80))", "more than 0"],
  [
    "Python",
    "socket.gaierror: [Errno -2] Name or service not known",
    "s.connect(('http://localhost', 80))",
    "Leave out http://",
  ],
  ["Java", "java.net.UnknownHostException: http://localhost", "new Socket(host, 80)", "Leave out http://"],
  ["JavaScript", "Error: getaddrinfo ENOTFOUND http://localhost", "", "Leave out http://"],
  [
    "Python",
    "ValueError: invalid literal for int() with base 10: b'\\r\\n'",
    "n = int(f.readline()[1:])",
    "two bytes more",
  ],
  ["Python", "ValueError: invalid literal for int() with base 10: 'abc'", "n = int(f.readline())", "comes from"],
  ["Python", "Error: a bytes-like object is required, not 'str'", "", "Encode what you send"],
  ["Python", "struct.error: unpack requires a buffer of 4 bytes", "", "until 4 bytes"],
  [
    "Java",
    "java.lang.ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 0",
    "int p = args[1];",
    "args.length",
  ],
  ["C", "accept: Invalid argument", "", "listen() once"],
  ["C", "SIGSEGV", "", "-fsanitize=address"],
  ["JavaScript", "TypeError: input.on is not a function", "createInterface({})", "the line hands over"],
  ["Python", "TypeError: a bytes-like object is required, not 'NoneType'", "c.sendall(reply)", "return bytes"],
  ["JavaScript", "TypeError: operation is not a function", "operation(1, 2)", "console.log(operation)"],
  [
    "Python",
    "struct.error: unpack requires a buffer of 4 bytes",
    'struct.unpack("!I", head[0:n])',
    "ends of the slice",
  ],
  ["Python", "AttributeError: 'Namespace' object has no attribute 'host'", "", 'add_argument("--host"'],
  [
    "JavaScript",
    'TypeError: The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received undefined',
    "socket.write(answer(line));",
    "return the text",
  ],
  [
    "JavaScript",
    'TypeError: The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (5)',
    "socket.write(5);",
    "String(value)",
  ],
  [
    "JavaScript",
    "RangeError [ERR_SOCKET_BAD_PORT]: Port should be > 0 and < 65536. Received type string ('127.0.0.1').",
    's.send("a", rinfo.address, rinfo.port);',
    "rinfo.port, rinfo.address",
  ],
  [
    "JavaScript",
    "RangeError [ERR_SOCKET_BAD_PORT]: options.port should be >= 0 and < 65536. Received type string ('').",
    "server.listen(port);",
    "process.argv[2]",
  ],
  ["JavaScript", "TypeError: Invalid URL", "const url = new URL(path);", "gives to new URL()"],
  [
    "JavaScript",
    "TypeError: Cannot read properties of undefined (reading 'length')",
    "const packet = Buffer.concat([head, data]);",
    "Print each value of this line",
  ],
  [
    "Python",
    "TypeError: 'tuple' object cannot be interpreted as an integer",
    'sock.sendto(data, ("localhost", addr))',
    "sendto(data, addr)",
  ],
  ["Python", "TypeError: 'str' object cannot be interpreted as an integer", 's.settimeout("4")', "settimeout(4)"],
  [
    "Python",
    "TypeError: a bytes-like object is required, not 'str'",
    'name = stream.read(*struct.unpack("!H", head))',
    'makefile("rb")',
  ],
  ["Python", "TypeError: a bytes-like object is required, not 'list'", "conn.sendall(words)", "Send what is in it"],
  ["Python", "ValueError: too many values to unpack (expected 3)", "a, b, c = range(4)", "Count the names"],
  ["Python", "ValueError: too many values to unpack (expected 2)", "_, port = sys.argv", "len(sys.argv)"],
  ["Python", "ValueError: not enough values to unpack (expected 2, got 1)", "a, b = line.split()", "whole"],
  [
    "Python",
    "TypeError: setsockopt() takes exactly 3 arguments (2 given)",
    "s.setsockopt(socket.SO_REUSEADDR, 1)",
    "SOL_SOCKET, socket.SO_REUSEADDR",
  ],
  ["JavaScript", "ReferenceError: net is not defined", "net.createServer()", "require"],
  ["Go", "panic: runtime error: index out of range [1] with length 1", "port := os.Args[1]", "len(os.Args)"],
  ["Go", "listen tcp :80: bind: permission denied", "", "1024"],
  ["Rust", 'Error: Os { code: 98, kind: AddrInUse, message: "Address already in use" }', "", "SO_REUSEADDR"],
])("%s: %s at “%s” is known", (language, error, line, advice) => {
  expect(meaningOf({ language, files }, error, line)?.look.en).toContain(advice);
});

it("tells a client that it does not accept", () => {
  const told = (kind: "client" | "server") =>
    meaningOf({ language: "Python", files, kind }, "OSError: [Errno 22] Invalid argument", "c, a = s.accept()")?.name
      .en;
  expect(told("client")).toBe("A client does not accept");
  expect(told("server")).toBe("accept() before listen()");
});

it("says what an error means for the sake of another line only where that line stands in the program", () => {
  const told = (language: string, file: string, source: string, error: string, line: string) =>
    meaningOf({ language, files: madeFiles({ [file]: source }), entry: file }, error, line)?.name.en;
  const pipe = (source: string) =>
    told("Python", "server.py", source, "BrokenPipeError: [Errno 32] Broken pipe", "s.sendall(b'Hello')");
  expect(pipe("s.listen(1)\nconn, a = s.accept()\ns.sendall(b'Hello')\n")).toBe("Talks on the wrong socket");
  expect(pipe("s.sendall(b'Hello')\n")).not.toBe("Talks on the wrong socket");
  const read = (source: string) =>
    told("JavaScript", "client.js", source, "TypeError: Cannot read properties of null (reading 'toString')", "");
  expect(read("const reply = client.read();\nreply.toString();")).toBe("Reads before anything has come");
  expect(read("const reply = wanted[0];\nreply.toString();")).toBe("A value is missing");
});

it("tells what a socket of Node has only of what is a socket", () => {
  const told = (source: string, error: string) =>
    meaningOf({ language: "JavaScript", files: madeFiles({ "a.js": source }), entry: "a.js" }, error, "")?.look.en;
  const misspelt = "TypeError: socket.writes is not a function";
  expect(told("net.createServer((socket) => socket.writes('a'));", misspelt)).toContain("has write, end");
  expect(told("const socket = net.connect(80, () => socket.writes('a'));", misspelt)).toContain("has write, end");
  expect(told("server.on('connection', socket => socket.writes('a'));", misspelt)).toContain("has write, end");
  const other = "TypeError: room.sendAll is not a function";
  expect(told("const room = new Map();\nroom.sendAll('a');", other)).toContain("console.log(room.sendAll)");
});

it("judges an error of a TCP socket, and bytes that are too few, by what the lab asks for", () => {
  const source = { language: "Python", files: madeFiles({ "s.py": "s = socket.socket()" }), entry: "s.py" };
  const unconnected = (transport: "tcp" | "udp") =>
    meaningOf(
      { ...source, kind: "server", transport },
      "OSError: [Errno 107] Transport endpoint is not connected",
      "s.recv(9)",
    )?.look.en;
  expect(unconnected("udp")).toContain("SOCK_DGRAM");
  expect(unconnected("tcp")).toContain("accept() returned");
  const tooFew = (transport: "tcp" | "udp") =>
    meaningOf(
      { ...source, kind: "server", transport },
      "struct.error: unpack requires a buffer of 8 bytes",
      "unpack('!HHI', packet)",
    )?.look.en;
  expect(tooFew("udp")).not.toContain("recv() in a loop");
  expect(tooFew("tcp")).toContain("recv() in a loop");
});

it("says that a client sent after its own shutdown() only where it has one", () => {
  const told = (source: string, kind: "server" | "client") => {
    const known = { language: "Python", files: madeFiles({ "c.py": source }), entry: "c.py", kind };
    return meaningOf(known, "BrokenPipeError: [Errno 32] Broken pipe", "s.sendall(b'a')")?.name.en;
  };
  expect(told("s.shutdown(socket.SHUT_RDWR)\ns.sendall(b'a')\n", "client")).toBe("Sends after shutdown()");
  expect(told("s.shutdown(socket.SHUT_RD)\ns.sendall(b'a')\n", "client")).toBeUndefined();
  expect(told("s.shutdown(socket.SHUT_RDWR)\ns.sendall(b'a')\n", "server")).toBeUndefined();
});

it("tells a client to name its server, and a server to answer who asked", () => {
  const told = (kind: "server" | "client") =>
    meaningOf({ language: "Python", files, kind }, "OSError: [Errno 89] Destination address required", "")?.look.en;
  expect(told("client")).toContain("Name the server");
  expect(told("server")).toContain("recvfrom() returned");
});

it("names the function that returned nothing only where it is one of their own", () => {
  const told = (source: string, line: string) => {
    const known = { language: "Python", files: madeFiles({ "server.py": source }), entry: "server.py" };
    return meaningOf(known, "TypeError: cannot unpack non-iterable NoneType object", line)?.look.en;
  };
  const answer = "def answer(path):\n    if path == '/':\n        return 200, b'hi'\n";
  expect(told(answer, "status, body = answer(path)")).toContain("every way through answer()");
  expect(told(answer, "conn, address = server.listen()")).toBeUndefined();
  expect(told("", "key, value = entry(line)")).toBeUndefined();
});

it("blames a file of the hand-in only where there is one of that name", () => {
  const error = "AttributeError: module 'socket' has no attribute 'socket'";
  const hidden = meaningOf({ language: "Python", files: madeFiles({ "server.py": "", "socket.py": "" }) }, error, "");
  expect(hidden?.look.en).toContain("socket.py another name");
  expect(meaningOf({ language: "Python", files }, error, "")?.look.en).not.toContain("socket.py");
});

it.each(["ValueError: something of their own", "OSError: [Errno 5] Input/output error", "exit status 1"])(
  "says nothing about %s",
  (error) => {
    expect(meaningOf({ language: "Python", files }, error, "x = 1")).toBeNull();
  },
);

const allMeanings = Object.values<Launcher>(launchers).flatMap(({ errorMeanings = [] }) => errorMeanings);

describe("every entry", () => {
  const entries = [...new Set([...allMeanings, ...errnoErrors])];

  it.each(entries.map((entry) => [entry.name.en, entry] as const))(
    "%s has whole sentences and a source",
    (_, entry) => {
      for (const language of languages) {
        expect(entry.name[language]).toMatch(/^[\p{Lu}a-z].*[^.]$/u);
        for (const sentence of [entry.idea[language], entry.look[language]]) {
          expect(sentence).toMatch(/[.?]$|: \S.*$/u);
          expect(sentence.length).toBeLessThan(210);
        }
      }
      expect(entry.source).toMatch(/^https:|\(\d\)|^RFC|section|Specification/);
    },
  );
});
