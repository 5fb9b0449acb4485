import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Result, result } from "../runner/model/result.ts";
import { builtCommand } from "./support/built-command.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirecheck-causes-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A server in Python with some lines of its own in the place of the usual ones. */
function pythonServer(
  lines: Partial<Record<"bind" | "listen" | "accept" | "recv" | "send" | "end", string>> = {},
): string {
  return [
    "import socket, sys, threading",
    'port = int(sys.argv[sys.argv.index("--port") + 1])',
    "s = socket.socket()",
    "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)",
    lines.bind ?? 's.bind(("localhost", port))',
    lines.listen ?? "s.listen()",
    "while True:",
    `    ${lines.accept ?? "conn, addr = s.accept()"}`,
    `    ${lines.recv ?? "data = conn.recv(1024)"}`,
    `    ${lines.send ?? "conn.sendall(data)"}`,
    `    ${lines.end ?? "conn.close()"}`,
    "",
  ].join("\n");
}

const javaServer = `import java.io.*;
import java.net.*;
public class Server {
  public static void main(String[] args) throws Exception {
    ServerSocket s = new ServerSocket(Integer.parseInt(args[1]));
    while (true) {
      Socket c = s.accept();
      BufferedReader in = new BufferedReader(new InputStreamReader(c.getInputStream()));
      String line = in.readLine();
      c.getOutputStream().write(line.getBytes());
      c.close();
    }
  }
}
`;

const goServer = `package main

import (
	"bufio"
	"fmt"
	"net"
	"os"
)

func main() {
	l, err := net.Listen("tcp", fmt.Sprintf("localhost:%s", os.Args[2]))
	if err != nil {
		panic(err)
	}
	for {
		c, _ := l.Accept()
		line, _ := bufio.NewReader(c).ReadString('\\n')
		c.Write([]byte(line))
		c.Close()
	}
}
`;

const cServer = `#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int main(int argc, char **argv) {
  int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  struct sockaddr_in a = {0};
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  a.sin_family = AF_INET;
  a.sin_port = PORT;
  if (argc < 3 || bind(s, (struct sockaddr *)&a, sizeof a) || listen(s, 5)) return 1;
  for (;;) {
    int c = accept(s, 0, 0);
    char buffer[4096] = {0};
    recv(c, buffer, sizeof buffer - 1, 0);
    send(c, buffer, strlen(buffer), 0);
    close(c);
  }
}
`;

interface Case {
  mistake: string;
  file: string;
  source: string;
  test: string;
  code: string;
  /** In the heading of the cause. */
  name?: string;
  /** Where it is, or is stuck. */
  line?: number;
}

const cases: Case[] = [
  {
    mistake: "text where bytes are needed",
    file: "server.py",
    source: pythonServer({ send: 'conn.sendall("Halo")' }),
    test: "echo-text",
    code: "crashed",
    name: "Text where bytes are needed",
    line: 10,
  },
  {
    mistake: "two arguments for bind",
    file: "server.py",
    source: pythonServer({ bind: 's.bind("localhost", port)' }),
    test: "starts",
    code: "crashed",
    name: "An address is one value",
    line: 5,
  },
  {
    mistake: "no listen()",
    file: "server.py",
    source: pythonServer({ listen: "pass" }),
    test: "starts",
    code: "crashed",
    name: "accept() before listen()",
    line: 8,
  },
  {
    mistake: "recv() on the socket that listens",
    file: "server.py",
    source: pythonServer({ recv: "data = s.recv(1024)" }),
    test: "echo-text",
    code: "crashed",
    name: "Talks on the wrong socket",
    line: 9,
  },
  {
    mistake: "a thread whose arguments are no tuple",
    file: "server.py",
    source: pythonServer({ recv: "pass", send: "threading.Thread(target=print, args=(conn)).start()", end: "pass" }),
    test: "echo-text",
    code: "crashed",
    name: "args is not a tuple",
    line: 10,
  },
  {
    mistake: "white space stripped",
    file: "server.py",
    source: pythonServer({ send: "conn.sendall(data.strip())" }),
    test: "twenty-in-turn",
    code: "strips-white-space",
  },
  {
    mistake: "bytes written by str()",
    file: "server.py",
    source: pythonServer({ send: "conn.sendall(str(data).encode())" }),
    test: "echo-text",
    code: "wrong-bytes",
    name: "Bytes written as b'...'",
  },
  {
    mistake: "nothing sent",
    file: "server.py",
    source: pythonServer({ send: "print(data)", end: "conn.recv(1)" }),
    test: "echo-text",
    code: "never-sends",
    line: 11,
  },
  {
    mistake: "a read for ever, in Python",
    file: "server.py",
    source: pythonServer({ recv: "data = conn.makefile('rb').readline()" }),
    test: "echo-text",
    code: "waits-for-more",
    line: 9,
  },
  {
    mistake: "a read for a line, in Java",
    file: "Server.java",
    source: javaServer,
    test: "echo-text",
    code: "waits-for-more",
    line: 9,
  },
  {
    mistake: "a read for a line, in Go",
    file: "server.go",
    source: goServer,
    test: "echo-text",
    code: "waits-for-more",
    line: 17,
  },
  {
    mistake: "strlen() of bytes",
    file: "server.c",
    source: cServer.replace("PORT", "htons(atoi(argv[2]))"),
    test: "echo-binary",
    code: "stops-at-zero",
  },
  {
    mistake: "no htons()",
    file: "server.c",
    source: cServer.replace("PORT", "atoi(argv[2])"),
    test: "uses-given-port",
    code: "wrong-port",
    name: "The port's bytes are swapped",
  },
];

it.each(cases)("tells a beginner of $mistake", async ({ file, source, test, code, name, line }) => {
  const place = await mkdtemp(join(folder, "hand-in-"));
  await writeFile(join(place, file), source);
  const [node, command] = builtCommand;
  const words = ["check", "tcp-echo-once", place, "--program", "server", "--only", test, "--json", "-"];
  const { stdout } = await execa(node, [command, ...words], { reject: false });
  const graded: Result = result.parse(JSON.parse(stdout));
  const failed = graded.tests.find(({ status }) => status === "failed");
  expect(failed?.diagnosis).toMatchObject({ code, ...(name !== undefined && { name: { en: name } }) });
  if (line !== undefined) {
    const text = (source.split("\n")[line - 1] ?? "").trim();
    expect(failed?.failure?.location).toMatchObject({ file, line, text: expect.stringContaining(text) });
    expect(failed?.diagnosis?.saw.en).toContain(`${file} line ${line}`);
  }
});

it("shows the line at which a program is stuck in every report, and none of its own output in it", async () => {
  const place = await mkdtemp(join(folder, "hand-in-"));
  await writeFile(join(place, "server.py"), pythonServer({ recv: "data = conn.recv(4096, socket.MSG_WAITALL)" }));
  const [node, command] = builtCommand;
  const page = join(place, "page.html");
  const words = ["check", "tcp-echo-once", place, "--program", "server", "--only", "echo-text"];
  const { stdout } = await execa(node, [command, ...words, "--html", page], { reject: false });
  expect(stdout).toContain("server.py:9");
  expect(stdout).not.toContain("Fatal Python error");
  expect(await readFile(page, "utf8")).toMatch(/<mark> *data = conn\.recv\(4096, socket\.MSG_WAITALL\)<\/mark>/);
});
