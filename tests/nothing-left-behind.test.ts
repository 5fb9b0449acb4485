import { once } from "node:events";
import { createConnection } from "node:net";
import { expect, it } from "vitest";
import { hostilePrograms } from "./support/hostile-programs.ts";
import { describeHostilePrograms } from "./support/leaves-nothing.ts";
import { nothingLeft, Workplace } from "./support/workplace.ts";

describeHostilePrograms("full", hostilePrograms);

it("a daemon on a fixed port of this machine is gone when the run has ended", async () => {
  const place = new Workplace();
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
  try {
    const args = ["--program", "server", "--tier", "ports", "--only", "starts"];
    const { status } = await place.run("check", "tcp-echo-once", daemon, ...args);
    expect({ status, ...place.leftovers() }).toEqual({ status: 1, ...nothingLeft });
    const [error] = await once(createConnection(23456, "127.0.0.1"), "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  } finally {
    place.remove();
  }
});
