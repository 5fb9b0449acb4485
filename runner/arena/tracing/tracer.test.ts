import { readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestArena, processesMarked, type TestArena, tiers, until } from "../../../tests/support/test-arena.ts";

const server = `
import socket
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
s.bind(("127.0.0.1", 0))
s.listen(3)
s.accept()
`;

describe.each(tiers)("in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());
  beforeEach(() => test.arena.renewNetwork());

  it("the options of a live socket are seen, and none of one that is gone", async ({ skip }) => {
    skip(test.arena.lacks("options") !== null, "the options of sockets cannot be read here");
    const program = test.python(server);
    const [socket] = await until(() => program.listening().length > 0 && program.listening());
    const inode = socket?.inode ?? 0;
    expect(program.options(inode)).toEqual({ reuseaddr: false, keepalive: true, nodelay: false, lingerSeconds: null });
    expect(program.options(1)).toBeNull();
    await program.kill();
    expect(program.options(inode)).toBeNull();
  });

  it("calls are written down from the first on, and nothing is left of that", async ({ skip }) => {
    skip(test.arena.lacks("calls") !== null, "calls cannot be traced here");
    const program = test.python(server, { traceCalls: true });
    const words = () => program.calls().map(({ call, option }) => option ?? call);
    // The kernel shows that the program listens before strace has written the call.
    await until(() => words().includes("listen"));
    expect(words()).toEqual(["socket", "SO_KEEPALIVE", "bind", "listen"]);
    await program.kill();
    expect(program.calls()).toHaveLength(4);
    expect(readdirSync(test.scratch, { recursive: true }).filter((name) => `${name}`.endsWith(".calls"))).toEqual([]);
    expect(processesMarked(test.scratch)).toEqual([]);
  });

  it("a program keeps its exit status and its limits while it is traced", async ({ skip }) => {
    skip(test.arena.lacks("calls") !== null, "calls cannot be traced here");
    const program = test.python("import socket, sys; socket.socket().close(); sys.exit(7)", { traceCalls: true });
    expect(await program.exited).toEqual({ status: 7, limit: null, leftBehind: 0 });
    expect(program.calls().map(({ call }) => call)).toEqual(["socket", "close"]);
    const killed = test.python("import time; time.sleep(60)", { traceCalls: true });
    await killed.kill();
    expect(killed.exit).toMatchObject({ status: 137 });
  });

  it("a program that calls without end costs a file of bounded size, and goes on", async ({ skip }) => {
    skip(test.arena.lacks("calls") !== null, "calls cannot be traced here");
    const program = test.python(
      "import socket\nfor n in range(20_000): socket.socket().close()\nprint('done', flush=True)",
      { traceCalls: true, limits: { ...(await import("../limits.ts")).defaultLimits, cpuSeconds: 60 } },
    );
    expect((await program.exited).status).toBe(0);
    expect(program.stdout()).toBe("done\n");
  });
});
