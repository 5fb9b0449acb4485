import { describe, expect, it } from "vitest";
import { linesOfPython2 } from "./python2.ts";

describe("linesOfPython2", () => {
  it.each([
    'print "hello"',
    'print addr, "connected"',
    "print addr",
    'if done: print "bye"',
    'print >>sys.stderr, "no"',
    "except socket.error, e:",
    "except (OSError, IOError), e:",
    'raise ValueError, "no"',
    'name = raw_input("name? ")',
    "for i in xrange(3):",
    "import SocketServer",
    "if a <> b:",
  ])("sees %s", (line) => {
    expect(linesOfPython2(`import socket\n${line}\n`)).toEqual([2]);
  });

  it.each([
    'print("hello")',
    'print ("hello")',
    "print",
    "printed = 1",
    'text = """\nprint "x"\n"""',
    '# print "x"',
    "except (OSError, ValueError):",
    "except OSError as e:",
    "raise ValueError",
    "try:\n    import queue\nexcept ImportError:\n    import Queue as queue",
    'if sys.version_info[0] == 2:\n    input = raw_input("? ")',
    "import socketserver",
  ])("leaves %s alone", (source) => {
    expect(linesOfPython2(source)).toEqual([]);
  });

  it("names every line", () => {
    expect(linesOfPython2('import socket\nprint "a"\ns = socket.socket()\nprint s\n')).toEqual([2, 4]);
  });
});
