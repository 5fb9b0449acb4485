import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { canary, elsewhere, service } from "./settings.ts";

/** Opens the targets of attacks: a service on another machine and one on this machine, which answer every client. */
export async function openCanaries() {
  const servers = [elsewhere, service].map(({ host, port }) =>
    createServer((socket) => {
      socket.on("error", () => {});
      socket.end("reached");
    }).listen(port, host),
  );
  const datagrams = createSocket("udp4").bind(elsewhere.port, elsewhere.host);
  datagrams.on("message", (_, { port, address }) => datagrams.send("reached", port, address));
  datagrams.on("error", () => {});
  await Promise.all([...servers, datagrams].map((each) => once(each, "listening")));
  return {
    canaryOf,
    close() {
      for (const server of servers) server.close();
      datagrams.close();
    },
  };
}

function canaryOf(uid: number) {
  const child = spawn("sh", ["-c", "while :; do sleep 1000; done", canary], {
    uid,
    gid: uid,
    stdio: "ignore",
    cwd: "/",
  });
  child.on("error", () => {});
  return {
    isAlive: () => child.exitCode === null && child.signalCode === null,
    end: () => void child.kill("SIGKILL"),
  };
}
