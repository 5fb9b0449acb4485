import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { chmodSync, chownSync, closeSync, fchownSync } from "node:fs";
import { createServer } from "node:net";
import { openTerminal } from "../../runner/arena/terminal.ts";
import { canary, elsewhere, service, serviceFile } from "./settings.ts";

/**
 * Opens the targets of attacks: services on another machine, on this one, at a path and under a name, which
 * answer every client; and a terminal.
 */
export async function openCanaries() {
  const servers = [elsewhere, service, { path: serviceFile }, { path: `\0${canary}` }].map((where) =>
    createServer((socket) => {
      socket.on("error", () => {});
      socket.end("reached");
    }).listen(where),
  );
  const terminal = openTerminal();
  const datagrams = createSocket("udp4").bind(elsewhere.port, elsewhere.host);
  datagrams.on("message", (_, { port, address }) => datagrams.send("reached", port, address));
  datagrams.on("error", () => {});
  await Promise.all([...servers, datagrams].map((each) => once(each, "listening")));
  chmodSync(serviceFile, 0o600);
  return {
    canaryOf(uid: number) {
      chownSync(serviceFile, uid, uid);
      fchownSync(terminal.line, uid, uid);
      return processOf(uid);
    },
    close() {
      for (const server of servers) server.close();
      datagrams.close();
      closeSync(terminal.line);
      closeSync(terminal.screen);
    },
  };
}

function processOf(uid: number) {
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
