import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../runner/model/result.ts";
import { check } from "./support/check.ts";
import { Workplace } from "./support/workplace.ts";

/** An echo server with a port and an address in its source. */
const server = (port: number, host = "") => `
import socket
server = socket.socket()
server.bind((${JSON.stringify(host)}, ${port}))
server.listen()
while True:
    client, address = server.accept()
    print("from", address[0], "at", client.getsockname()[0], flush=True)
    with client:
        data = client.recv(65536)
        if data: client.sendall(data)
`;

/** Closes first, so that its end of the connection stays in TIME_WAIT; `option` decides whether it can bind its port again. */
const staticServer = (port: number, option = "SO_REUSEADDR") => `
#include <arpa/inet.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  int server = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  setsockopt(server, SOL_SOCKET, ${option}, &on, sizeof on);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(${port})};
  if (bind(server, (struct sockaddr *)&address, sizeof address)) { perror("bind"); return 1; }
  listen(server, 5);
  for (;;) {
    char bytes[65536];
    int client = accept(server, 0, 0);
    ssize_t length = read(client, bytes, sizeof bytes);
    if (length > 0) write(client, bytes, length);
    close(client);
  }
}
`;

const only = ["--only", "starts", "echo-text", "next-client"];

function statuses({ tests }: Result): Record<string, string> {
  return Object.fromEntries(tests.map(({ id, status }) => [id, status]));
}

const passed = { starts: "passed", "echo-text": "passed", "next-client": "passed" };

describe("tier ports", () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
  });
  afterAll(() => place.remove());

  it("lets programs with the same port in their sources run at once, and none is in another's way", async () => {
    const handIns = [1, 2, 3].map(() => place.server(server(12_345)));
    const results = await Promise.all(
      handIns.map((folder) => check("tcp-echo-once", folder, "--tier", "ports", "--program", "server", ...only)),
    );
    expect(results.map(statuses)).toEqual([passed, passed, passed]);
    expect(results.map(({ isolation }) => isolation.address)).toEqual([true, true, true]);
  });

  it("tells programs the addresses that they would have anywhere", async () => {
    const folder = place.server(server(12_346, "127.0.0.1"));
    const { tests } = await check("tcp-echo-once", folder, "--tier", "ports", "--only", "starts", "echo-text");
    expect(tests.find(({ id }) => id === "echo-text")?.status).toBe("passed");
    const listening = tests.find(({ id }) => id === "starts")?.transcript.find(({ kind }) => kind === "listening");
    expect(listening?.detail).toBe("127.0.0.1 port 12346");
  });

  it("grades a server at an address of another machine as with a network of its own", async () => {
    const folder = place.server(server(12_347, "192.168.0.1"));
    const { tests } = await check("tcp-echo-once", folder, "--tier", "ports", ...only);
    expect(statuses({ tests } as Result)).toEqual(passed);
  });

  describe("a port that another process holds", () => {
    let holder: Server;
    beforeAll(async () => {
      holder = createServer().listen(12_348, "0.0.0.0");
      await once(holder, "listening");
    });
    afterAll(() => void holder.close());

    it("is in nobody's way", async () => {
      const folder = place.server(server(12_348));
      expect(statuses(await check("tcp-echo-once", folder, "--tier", "ports", ...only))).toEqual(passed);
    });

    it("is an error, and no lost mark, for a program that calls the kernel without the C library", async () => {
      const folder = place.handIn({
        "server.c": staticServer(12_348),
        Makefile: "server: server.c\n\tcc -static -o server server.c\n",
      });
      const { tests } = await check("tcp-echo-once", folder, "--tier", "ports", "--only", "starts");
      expect(tests.map(({ status }) => status)).toEqual(["error"]);
      expect(JSON.stringify(tests)).toContain("another process of this machine holds port 12348");
    });
  });

  it("lets programs that call the kernel without the C library have the same port one after another", async () => {
    const makefile = "server: server.c\n\tcc -static -o server server.c\n";
    const handIns = [1, 2].map(() => place.handIn({ "server.c": staticServer(12_349), Makefile: makefile }));
    const results = await Promise.all(
      handIns.map((folder) => check("tcp-echo-once", folder, "--tier", "ports", "--program", "server", ...only)),
    );
    expect(results.map(statuses)).toEqual([passed, passed]);
  });

  it("lets programs of both kinds have the same port at once", async () => {
    const makefile = "server: server.c\n\tcc -static -o server server.c\n";
    const handIns = [
      place.server(server(12_350)),
      place.handIn({ "server.c": staticServer(12_350, "SO_KEEPALIVE"), Makefile: makefile }),
      place.server(server(12_350)),
    ];
    const results = await Promise.all(
      handIns.map((folder) => check("tcp-echo-once", folder, "--tier", "ports", "--program", "server", ...only)),
    );
    expect(results.map(statuses)).toEqual([passed, passed, passed]);
  });
});
