import { once } from "node:events";
import { createConnection } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { result } from "../runner/model/result.ts";
import { hostilePrograms } from "./support/hostile-programs.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.remove());

describe.each(["full", "ports"])("in tier %s", (tier) => {
  it.each(Object.entries(hostilePrograms))(
    "a server that %s leaves nothing and harms no other test",
    async (_, source) => {
      // Twice as many tests as workers: those that follow the hostile one are played where it was.
      const only = ["echo-text", "next-client", "echo-utf8", "restart"];
      const args = ["--program", "server", "--tier", tier, "--only", ...only, "--json", "-"];
      const { status, stdout, stderr } = await place.run("check", "tcp-echo-once", place.server(source), ...args);
      expect(place.leftovers()).toEqual(nothingLeft);
      expect({ status, stderr: stderr.match(/^ {4}at .*/m) }).toEqual({ status: 1, stderr: null });
      const { tests } = result.parse(JSON.parse(stdout));
      expect(tests.filter((test) => test.status !== "passed").map((test) => test.id)).toEqual(["next-client"]);
    },
  );
});

it("a daemon on a fixed port of this machine is gone when the run has ended", async () => {
  const daemon = place.server(`
import os, socket, sys
if os.fork():
    sys.exit()
os.setsid()
server = socket.create_server(("127.0.0.1", 23456))
while True:
    client, _ = server.accept()
    client.sendall(client.recv(1024))
    client.close()
`);
  const args = ["--program", "server", "--tier", "ports", "--only", "starts"];
  const { status } = await place.run("check", "tcp-echo-once", daemon, ...args);
  expect({ status, ...place.leftovers() }).toEqual({ status: 1, ...nothingLeft });
  const [error] = await once(createConnection(23456, "127.0.0.1"), "error");
  expect(error).toMatchObject({ code: "ECONNREFUSED" });
});
