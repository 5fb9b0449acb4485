import { describe, expect, it } from "vitest";
import { sampleTree } from "../../tests/support/sample-tree.ts";
import { ambiguousText, foundTexts, missingTexts } from "../texts/find-program.ts";
import { findProgram } from "./find-program.ts";
import type { HandIn } from "./hand-in.ts";
import type { ProgramRole } from "./program-role.ts";

const server: ProgramRole = {
  name: "server",
  kind: "server",
  protocol: "tcp",
  files: ["server.*", "*server*.*"],
  allowRun: true,
};
const client: ProgramRole = { ...server, name: "client", kind: "client", files: ["client.*", "*client*.*"] };

const listens = "import socket\ns = socket.socket()\ns.bind(('', 5000))\ns.listen()\nc, a = s.accept()\n";
const connects = "import socket\ns = socket.socket()\ns.connect(('localhost', 5000))\n";
const udp = "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(('', 5000))\n";
const java = (body: string) => `public class X { public static void main(String[] a) throws Exception { ${body} } }`;
const c = (body: string) => `int main(int n, char **v) { ${body} return 0; }`;

type Files = Record<string, string>;

describe("findProgram finds", () => {
  it.each<[string, ProgramRole, Files, string]>([
    ["by name", server, { "server.py": listens, "client.py": connects }, "server.py"],
    ["the client", client, { "server.py": listens, "client.py": connects }, "client.py"],
    ["names as they are", server, { "TCP Server (1).py": listens, "TCP Client (1).py": connects }, "TCP Server (1).py"],
    [
      "among numbered names",
      server,
      { "05111_Nama_server.py": listens, "05111_Nama_client.py": connects },
      "05111_Nama_server.py",
    ],
    [
      "Java",
      client,
      { "EchoServer.java": java("new ServerSocket(1);"), "EchoClient.java": java('new Socket("", 1);') },
      "EchoClient.java",
    ],
    [
      "C with a helper",
      server,
      { "socket-server.c": c("serve(5);"), "net.c": "void serve(int p) { bind(p, 0, 0); listen(p, 5); }" },
      "socket-server.c",
    ],
    ["by content alone", server, { "tugas1.py": listens, "tugas2.py": connects }, "tugas1.py"],
    ["by content against the name", server, { "server_test.py": connects, "tugas.py": listens }, "tugas.py"],
    ["by protocol", server, { "udp_server.py": udp, "tcp_server.py": listens }, "tcp_server.py"],
    ["half of it", { ...server, protocol: "both" }, { "server.py": udp }, "server.py"],
    ["TCP before UDP", { ...server, protocol: "both" }, { "server.py": udp, "dua.py": listens }, "dua.py"],
    [
      "the datagram server",
      { ...server, protocol: "udp" },
      { "udp_server.py": udp, "tcp_server.py": listens },
      "udp_server.py",
    ],
    ["a file of its own, whatever it does", server, { "app.py": "import mysterious\nmysterious.run()\n" }, "app.py"],
    [
      "a program that hides its sockets",
      server,
      { "server.py": "import magic\nmagic.run()\n", "notes.py": "x = 1\n" },
      "server.py",
    ],
    [
      "the importer, not its helper",
      server,
      {
        "main.py": "from net import serve\nserve()\n",
        "net.py": `def serve():\n  ${listens.replaceAll("\n", "\n  ")}`,
      },
      "main.py",
    ],
    [
      "the file that does something",
      server,
      {
        "server.py": `class Server:\n  def run(self):\n    s.listen()\n`,
        "run.py": "from server import Server\nServer().run()\n",
      },
      "run.py",
    ],
    [
      "the server itself rather than a menu",
      server,
      { "menu.py": "import server, client\nmenu()\n", "server.py": listens, "client.py": connects },
      "server.py",
    ],
    [
      "the server itself rather than its test",
      server,
      { "echo_server.py": listens, "test_echo_server.py": `import echo_server\n${connects}` },
      "echo_server.py",
    ],
    ["one of two equal copies", server, { "server (1).py": listens, "server.py": listens }, "server.py"],
    ["the one nearest the root", server, { "old/server.py": `${listens}\n`, "server.py": listens }, "server.py"],
    [
      "Go beside a client",
      server,
      {
        "server/main.go": 'package main\nfunc main() { net.Listen("tcp", ":1") }',
        "client/main.go": 'package main\nfunc main() { net.Dial("tcp", "") }',
      },
      "server/main.go",
    ],
    [
      "a server that also dials",
      server,
      { "server.py": `${listens}p = socket.socket()\np.connect(('8.8.8.8', 80))\n`, "client.py": connects },
      "server.py",
    ],
  ])("%s", (_, role, files, file) => {
    expect(search(role, files)).toMatchObject({ outcome: "found", file });
  });

  it("says when a name misled it", () => {
    const result = search(server, { "server.py": connects, "tugas.py": listens });
    expect(result).toMatchObject({ note: { code: "name-misleads", file: "tugas.py", instead: "server.py" } });
    expect(foundTexts["name-misleads"]({ file: "tugas.py", instead: "server.py" }).id).toContain(
      "tugas.py yang dinilai",
    );
  });

  it("says which others would do", () => {
    const result = search(server, { "server.py": listens, "my_server.py": `${listens}#\nprint(1)\n` });
    expect(result).toMatchObject({ file: "server.py", note: { code: "several", others: ["my_server.py"] } });
  });

  it.each<[string, string, string[]]>([
    ["a word", "if sys.argv[1] == 'server': serve()\nelif sys.argv[1] == 'client': dial()\n", ["server"]],
    [
      "an option",
      "p = argparse.ArgumentParser()\np.add_argument('--server')\np.add_argument('--client')\n",
      ["--server"],
    ],
    [
      "an option's value",
      "p = argparse.ArgumentParser()\np.add_argument('--mode', choices=['server', 'client'])\n",
      ["--mode", "server"],
    ],
    ["a letter", "if sys.argv[1] == '-s': serve()\nelif sys.argv[1] == '-c': dial()\n", ["-s"]],
  ])("both roles in one file, chosen by %s", (_, choice, roleArguments) => {
    const result = search(server, { "app.py": `${listens}${connects}${choice}` });
    expect(result).toMatchObject({ outcome: "found", file: "app.py", roleArguments, note: { code: "role-argument" } });
  });

  it("both roles in one file over UDP, where only the server binds", () => {
    const socket = "s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n";
    const choice = "p = argparse.ArgumentParser()\np.add_argument('role', choices={'server': serve, 'client': ask})\n";
    const source = `def serve():\n  ${socket}  s.bind(a)\ndef ask():\n  ${socket}  s.sendto(b'', a)\n${choice}`;
    const udpServer = { ...server, protocol: "udp" } as const;
    expect(search(udpServer, { "udp.py": source })).toMatchObject({ file: "udp.py", roleArguments: ["server"] });
    const udpClient = { ...udpServer, name: "client", kind: "client", files: ["client.*"] } as const;
    expect(search(udpClient, { "udp.py": source })).toMatchObject({ file: "udp.py", roleArguments: ["client"] });
  });

  it.each(["server", "--server"])("the role argument of a file that is the client without %s", (word) => {
    const choice = `if len(sys.argv) > 1 and sys.argv[1] == "${word}":\n  serve()\nelse:\n  ask()\n`;
    expect(search(server, { "ack.py": listens + connects + choice })).toMatchObject({ roleArguments: [word] });
    expect(search(client, { "ack.py": listens + connects + choice })).toMatchObject({ roleArguments: [] });
    const speech = `${listens}${connects}print("${word}", sys.argv)\n`;
    expect(search(server, { "ack.py": speech })).toMatchObject({ roleArguments: [] });
  });

  it("a file of the fitting name whose sockets are of another kind", () => {
    const never = "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\nd, a = s.recvfrom(9)\n";
    const udpServer = { ...server, protocol: "udp" } as const;
    expect(search(udpServer, { "server.py": never, "client.py": never })).toMatchObject({ file: "server.py" });
    expect(search(client, { "client.py": udp, "server.py": listens })).toMatchObject({ file: "client.py" });
    expect(search(client, { "klien_lama.py": listens })).toMatchObject({ outcome: "missing" });
  });

  it("no role argument where a server merely speaks of clients", () => {
    const source = `${listens}log = {'server': sys.argv[1], 'client': c}\n`;
    expect(search(server, { "server.py": source })).toMatchObject({ roleArguments: [] });
  });
});

describe("findProgram does not find", () => {
  it("a server in a file that only connects", () => {
    const result = search(server, { "main.py": connects });
    expect(result).toMatchObject({
      outcome: "missing",
      reason: { code: "none-fits", seen: [{ does: ["tcp-client"] }] },
    });
    const seen = [{ file: "main.py", does: ["tcp-client"] as const, named: false }];
    expect(missingTexts["none-fits"]({ role: "server", seen }).en).toBe(
      "No file of the hand-in is the server: main.py connects over TCP. If one of them is, a file wirecheck.yaml can say so: server: { file: main.py }.",
    );
  });

  it("a program among documents", () => {
    const result = search(server, { "laporan.pdf": "%PDF", "README.md": "# Server" });
    expect(result).toMatchObject({
      outcome: "missing",
      reason: { code: "no-source", files: ["laporan.pdf", "README.md"] },
    });
  });

  it("one of several that serve equally, and lists them", () => {
    const result = search(server, {
      "server_v1.py": listens,
      "server_v2.py": `${listens}print(2)\n`,
      "client.py": connects,
    });
    expect(result).toMatchObject({
      outcome: "ambiguous",
      candidates: [{ file: "server_v1.py" }, { file: "server_v2.py" }],
    });
    if (result.outcome !== "ambiguous") return;
    expect(ambiguousText(result).en).toBe(
      "Several files could be the server: server_v1.py has a fitting name, listens for TCP connections and " +
        "server_v2.py has a fitting name, listens for TCP connections. Rename yours to server.py, or add a file " +
        "wirecheck.yaml that says server: { file: server_v1.py }.",
    );
  });
});

describe("wirecheck.yaml", () => {
  const files = { "app.py": listens, "other.py": `${listens}print(1)\n`, "README.md": "" };

  it.each<[string, string, object]>([
    ["names a file", "server: { file: other.py }", { outcome: "found", file: "other.py", runArguments: null }],
    [
      "names a command",
      'server: { run: "python3 app.py --listen {port}" }',
      { file: "app.py", runArguments: ["--listen", "{port}"] },
    ],
    ["names a program by its stem", "server:\n  run: ./app {port}\n", { file: "app.py", runArguments: ["{port}"] }],
    ["quotes", "server: { run: \"python3 app.py 'a b' {port}\" }", { runArguments: ["a b", "{port}"] }],
    [
      "is broken",
      "server: {\n  file: [",
      { outcome: "problem", problem: { code: "settings", issue: { code: "syntax" } } },
    ],
    [
      "has a wrong key",
      "server:\n  fiel: app.py\n",
      { problem: { line: 1, column: 1, issue: { code: "shape", key: "server" } } },
    ],
    ["names no file of the hand-in", "x: 1\nserver: 2\n", { problem: { line: 1, issue: { code: "shape", key: "x" } } }],
    [
      "names a file that is not there",
      "# mine\nserver:\n  file: nope.py\n",
      { problem: { line: 3, column: 3, issue: { code: "no-such-file", file: "nope.py" } } },
    ],
    [
      "names a document",
      "server: { file: README.md }",
      { problem: { line: 1, issue: { code: "not-a-program", file: "README.md" } } },
    ],
    [
      "runs something else",
      "server:\n  run: npm start\n",
      { problem: { line: 2, issue: { code: "run-names-no-file", run: "npm start" } } },
    ],
  ])("that %s", (_, yaml, result) => {
    expect(search(server, { ...files, "wirecheck.yaml": yaml })).toMatchObject(result);
  });

  it("may not say how to run what the lab runs itself", () => {
    const result = search(
      { ...server, allowRun: false },
      { ...files, "wirecheck.yaml": "server: { run: python3 app.py }" },
    );
    expect(result).toMatchObject({ problem: { issue: { code: "run-not-allowed", role: "server" } } });
  });

  it("leaves the other programs to be found", () => {
    const result = search(client, { ...files, "c.py": connects, "wirecheck.yaml": "server: { file: app.py }" });
    expect(result).toMatchObject({ outcome: "found", file: "c.py" });
  });
});

function search(role: ProgramRole, files: Files) {
  const { read, files: names } = sampleTree(files);
  const handIn: HandIn = { id: "sample", root: "/", files: names, sha256: "", unopened: [], read };
  return findProgram(role, handIn);
}
