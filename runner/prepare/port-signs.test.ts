import { describe, expect, it } from "vitest";
import { methodsToTry, portsInSources } from "./port-signs.ts";

it("finds the numbers in a source that may be ports", () => {
  const text = `
    s.connect(("127.0.0.1", 12345)); data = s.recv(1024)
    PORT = 5000  # not 80, 99999, 0x1F90, 8080.5, v2000 or 123456
    s.connect(("localhost", 5000))
  `;
  expect(portsInSources([{ file: "client.py", text }])).toEqual([12345, 1024, 5000]);
});

describe("methodsToTry", () => {
  const asked = { kind: "flag", flag: "--port" } as const;
  const tried = (file: string, text: string) => methodsToTry(asked, [{ file, text }]);

  it("tries what the lab asks for, then the port in the source", () => {
    expect(tried("server.py", "s.bind(('', 5000))")).toEqual([asked, { kind: "source" }]);
  });

  it("tries the ways of which the source shows a trace", () => {
    expect(tried("server.c", 'atoi(argv[1]); getopt(n, v, "p"); "-p"')).toEqual([
      asked,
      { kind: "argument", before: [] },
      { kind: "flag", flag: "-p" },
      { kind: "argument", before: ["127.0.0.1"] },
      { kind: "arguments", words: ["{port}", "127.0.0.1"] },
      { kind: "arguments", words: ["127.0.0.1", "-p", "{port}"] },
      { kind: "source" },
    ]);
    expect(tried("server.go", 'os.Getenv("ECHO_PORT")')).toContainEqual({ kind: "environment", name: "ECHO_PORT" });
    expect(tried("Server.java", "new Scanner(System.in)").slice(-2)).toEqual([
      { kind: "typed" },
      { kind: "typed", before: ["127.0.0.1"] },
    ]);
  });

  it("tries options as the source writes them, with and without a host", () => {
    const words = tried("server.py", 'argv[1].startswith("--listen="); "--host"; argv[1].split(":")').flatMap(
      (method) => (method.kind === "arguments" ? [method.words.join(" ")] : []),
    );
    expect(words).toEqual([
      "{port} 127.0.0.1",
      "--listen={port}",
      "--host=127.0.0.1 --listen={port}",
      "--host 127.0.0.1 --listen {port}",
      "127.0.0.1 --listen {port}",
      "127.0.0.1:{port}",
    ]);
  });

  it("sees arguments whatever main() calls them", () => {
    const main = "public static void main(String[] a) { int port = Integer.parseInt(a[0]); }";
    expect(tried("Server.java", main)).toContainEqual({ kind: "argument", before: [] });
    expect(tried("server.c", "int main(int n, char **v) { atoi(v[1]); }")).toContainEqual({
      kind: "argument",
      before: [],
    });
    expect(tried("server.c", "int main(int n, char **v) { listen(s, 5); }")).toEqual([asked, { kind: "source" }]);
  });

  it("reads each source as its language writes it", () => {
    expect(tried("server.sh", 'nc -l "$1"')).toContainEqual({ kind: "argument", before: [] });
    expect(tried("server.sh", "nc -l $PORT")).toContainEqual({ kind: "environment", name: "PORT" });
    expect(tried("server.py", "cost = '$1'")).toEqual([asked, { kind: "source" }]);
  });
});
