import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { holdSocket, listensAs, parseUnixTable, unixSocketsNear } from "./unix-sockets.ts";

const table = `Num       RefCount Protocol Flags    Type St Inode Path
0000000000000000: 00000002 00000000 00010000 0001 01 12345 /run/a b.sock
0000000000000000: 00000003 00000000 00000000 0001 03 12346
0000000000000000: 00000002 00000000 00000000 0002 01   999 /run/datagrams
0000000000000000: 00000002 00000000 00000000 0001 01 12347 ./sock
`;

test("reads names with blanks, and leaves out what is no stream or has no name", () => {
  expect(parseUnixTable(table)).toEqual([
    { inode: 12345, isListening: true, path: "/run/a b.sock" },
    { inode: 12347, isListening: false, path: "./sock" },
  ]);
  expect(listensAs(parseUnixTable(table), "sock")).toBe(false);
});

let folder: string;
let server: net.Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wirecheck-unix-"));
  server = net.createServer().listen(join(folder, "sock"));
  await once(server, "listening");
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("finds a listening socket, and holds it so that it can be connected to", async () => {
  expect(listensAs(unixSocketsNear(process.pid), "sock")).toBe(true);
  const held = holdSocket(folder, "sock");
  const socket = net.connect(held?.path ?? "");
  await once(socket, "connect");
  socket.destroy();
  held?.release();
});

test("takes hold of nothing that is no socket, or leads out of the folder", () => {
  const home = mkdtempSync(join(folder, "home-"));
  writeFileSync(join(home, "file"), "");
  symlinkSync(join(folder, "sock"), join(home, "link"));
  symlinkSync(folder, join(home, "folder"));
  for (const path of ["file", "link", "folder/sock", "nothing"]) expect(holdSocket(home, path)).toBeNull();
});
