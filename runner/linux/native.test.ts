import { closeSync, readdirSync, readlinkSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestArena, type TestArena, tiers, until } from "../../tests/support/test-arena.ts";
import { duplicateDescriptor, getSocketOption, openProcess, socket } from "./native.ts";

let test: TestArena;
beforeAll(async () => {
  test = await openTestArena(tiers[0] ?? "ports");
});
afterAll(() => test.close());

it("reads the options of a running program's socket", async () => {
  const source = `
import socket, time
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print("set", flush=True); time.sleep(60)
`;
  const program = test.python(source);
  await until(() => program.stdout() === "set\n");
  const [pid = 0] = program.pids();
  const theirs = readdirSync(`/proc/${pid}/fd`).find((fd) =>
    readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith("socket:"),
  );
  const process = openProcess(pid);
  const copy = duplicateDescriptor(process, Number(theirs));
  const value = Buffer.alloc(4);
  const solSocket = 1;
  const options = [2, 9].map((option) => {
    getSocketOption(copy, solSocket, option, value);
    return value.readInt32LE();
  });
  for (const descriptor of [copy, process]) closeSync(descriptor);
  await program.kill();
  expect(options).toEqual([1, 0]);
});

it("throws what the kernel answers, with its code", () => {
  expect(() => socket(9999, 1, 0)).toThrow(expect.objectContaining({ code: "EAFNOSUPPORT", syscall: "socket" }));
});
