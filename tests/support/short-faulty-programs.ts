/** A server in Python in which some lines are replaced. */
export function pythonServer(
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

/** A server in C, with PORT in place of the port in network order. */
export const cServer = `#include <arpa/inet.h>
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
  /** Name in the heading of the cause. */
  name?: string;
  /** Line of the fault, or where the program is stuck. */
  line?: number;
}

/** Programs with one mistake each that a beginner makes, and what must be reported. */
export const shortCases: Case[] = [
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
    mistake: "a missing colon",
    file: "server.py",
    source: pythonServer().replace("while True:", "while True"),
    test: "starts",
    code: "build-failed",
    name: "A syntax error",
    line: 7,
  },
  {
    mistake: "a missing semicolon, in C",
    file: "server.c",
    source: cServer.replace("a.sin_port = PORT;", "a.sin_port = htons(atoi(argv[2]))"),
    test: "starts",
    code: "build-failed",
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
    test: "echo-binary",
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
