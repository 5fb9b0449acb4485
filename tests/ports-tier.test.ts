import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../runner/model/result.ts";
import { check } from "./support/check.ts";
import { Workplace } from "./support/workplace.ts";

/** A client of an echo server that writes its port, and another program's address, into its source. */
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
    const hold = async (host: string) => {
      holder = createServer().listen(12_348, host);
      await once(holder, "listening");
    };
    afterAll(() => void holder.close());

    it("is an error that says so where it holds every address, and no matter where it holds one", async () => {
      await hold("127.0.0.1");
      const folder = place.server(server(12_348));
      expect(statuses(await check("tcp-echo-once", folder, "--tier", "ports", ...only))).toEqual(passed);
      holder.close();
      await hold("0.0.0.0");
      const { tests } = await check("tcp-echo-once", folder, "--tier", "ports", ...only);
      expect(new Set(tests.map(({ status }) => status))).toEqual(new Set(["error"]));
      expect(JSON.stringify(tests[0])).toContain("another process of this machine holds port 12348");
    });
  });
});
