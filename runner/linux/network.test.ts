import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestArena, type TestArena, tiers, until } from "../../tests/support/test-arena.ts";

/** Serves one client, closes first, and so leaves its side of the connection in TIME_WAIT. */
const closesFirst = `
import socket, sys
server = socket.socket()
if "reuse" in sys.argv: server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("", int(sys.argv[1])))
server.listen()
client, _ = server.accept()
client.close()
`;

describe.each(tiers)("the network in tier %s", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());
  beforeEach(() => test.arena.renewNetwork());
  const serve = (...argv: string[]) =>
    test.launch(["/usr/bin/python3", "main.py", ...argv], { sources: { "main.py": closesFirst } });

  it.each([
    { option: "none", status: 1, message: /Address already in use/ },
    { option: "reuse", status: 137, message: /^$/ },
  ])("TIME_WAIT is real: a second start with SO_REUSEADDR $option", async ({ option, status, message }) => {
    const port = await test.arena.freePort();
    const first = serve(`${port}`, option);
    await until(() => first.listening().length > 0);
    const client = connect(port, "127.0.0.1").resume();
    await once(client, "close");
    await first.exited;
    const second = serve(`${port}`, option);
    await until(() => second.exit ?? second.listening().length > 0);
    await second.kill();
    expect(await second.exited).toMatchObject({ status });
    expect(second.stderr()).toMatch(message);
  });

  it("tells an IPv6 socket that takes no IPv4 from one that does", async () => {
    const source = `
import socket, time
for only in (0, 1):
    server = socket.socket(socket.AF_INET6)
    server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only)
    server.bind(("::", 0)); server.listen(7)
    globals()[f"server{only}"] = server
time.sleep(60)
`;
    const server = test.python(source);
    const sockets = await until(() => server.listening().length === 2 && server.listening());
    expect(sockets.map(({ localAddress, ipv6Only }) => [localAddress, ipv6Only])).toEqual(
      expect.arrayContaining([
        ["::", false],
        ["::", true],
      ]),
    );
    expect(sockets.map(({ sendQueue }) => sendQueue)).toEqual([7, 7]);
    await server.kill();
  });

  it("sees both ends of a connection and what waits in its queues", async () => {
    const server = createServer({ pauseOnConnect: true }, (socket) => socket.on("error", () => {}).write("12345"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const source = `import socket, time\ns = socket.create_connection(("127.0.0.1", ${port})); s.sendall(b"abc"); time.sleep(60)`;
    const client = test.python(source);
    const seen = () => test.arena.sockets().filter(({ state }) => state === "ESTABLISHED");
    await until(() => seen().length === 2 && seen().every(({ receiveQueue }) => receiveQueue > 0));
    const queues = seen().map(({ remotePort, receiveQueue }) => [
      remotePort === port ? "client" : "server",
      receiveQueue,
    ]);
    expect(Object.fromEntries(queues)).toEqual({ client: 5, server: 3 });
    await client.kill();
    server.close();
  });

  it("finds a UDP server without sending it anything", async () => {
    const source = "import socket, time\ns = socket.socket(type=socket.SOCK_DGRAM); s.bind(('', 0)); time.sleep(60)";
    const server = test.python(source);
    const [socket] = await until(() => server.listening().length > 0 && server.listening());
    expect(socket).toMatchObject({ protocol: "udp", localAddress: "0.0.0.0", remotePort: 0 });
    await server.kill();
  });
});

describe.runIf(tiers.includes("full"))("a network of one's own", () => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena("full");
  });
  afterAll(() => test.close());
  beforeEach(() => test.arena.renewNetwork());

  it("has any address, and any port, to itself", async () => {
    for (const port of [80, 12_345]) {
      const source = `import socket\ns = socket.socket(); s.bind(("192.168.0.1", ${port})); s.listen(); s.accept()`;
      const server = test.python(source);
      const [socket] = await until(() => server.listening().length > 0 && server.listening());
      expect(socket).toMatchObject({ localAddress: "192.168.0.1", localPort: port });
      const client = connect(port, "192.168.0.1");
      await once(client, "connect");
      expect(client.localAddress).toBe("127.0.0.1");
      client.destroy();
      await server.exited;
    }
  });

  it("starts anew: nothing of the last one is left", async () => {
    const server = createServer().listen(5000, "127.0.0.1");
    await once(server, "listening");
    expect(test.arena.sockets()).toHaveLength(1);
    test.arena.renewNetwork();
    expect(test.arena.sockets()).toHaveLength(0);
    server.close();
  });

  it("shows where programs try to connect or send to, answered or not", async () => {
    const recorder = test.arena.recordAttempts();
    const source = `
import socket
for address in ("127.0.0.1", 12345), ("192.168.7.9", 80):
    try: socket.create_connection(address, 1)
    except OSError as error: print(error)
socket.socket(type=socket.SOCK_DGRAM).sendto(b"hello", ("10.1.2.3", 5353))
socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b"hello", ("::1", 999))
`;
    await test.python(source).exited;
    recorder.stop();
    expect(recorder.attempts()).toEqual([
      { protocol: "tcp", address: "127.0.0.1", port: 12_345, sourcePort: expect.any(Number) },
      { protocol: "tcp", address: "192.168.7.9", port: 80, sourcePort: expect.any(Number) },
      { protocol: "udp", address: "10.1.2.3", port: 5353, sourcePort: expect.any(Number) },
      { protocol: "udp", address: "::1", port: 999, sourcePort: expect.any(Number) },
    ]);
  });

  it("records the first packets of a connection only, not its data", async () => {
    const recorder = test.arena.recordAttempts();
    const server = createServer((socket) => socket.resume()).listen(7000, "127.0.0.1");
    await once(server, "listening");
    const client = connect(7000, "127.0.0.1");
    client.end(Buffer.alloc(1 << 20));
    await once(client.resume(), "close");
    const datagrams = createSocket("udp4");
    for (let count = 0; count < 200; count++) datagrams.send("x", 7001, "127.0.0.1");
    await new Promise((sent) => datagrams.send("x", 7002, "127.0.0.1", sent));
    datagrams.close();
    server.close();
    expect(recorder.attempts().map(({ port }) => port)).toEqual([7000, 7001, 7002]);
    recorder.stop();
  });
});

describe.runIf(tiers.includes("full"))("a further network", () => {
  it("gives two programs the same port, and the arena sees both", async () => {
    const test = await openTestArena("full");
    test.arena.renewNetwork();
    const first = test.launch(["/usr/bin/python3", "main.py", "8000"], { sources: { "main.py": closesFirst } });
    await until(() => first.listening().length > 0);
    test.arena.addNetwork();
    const second = test.launch(["/usr/bin/python3", "main.py", "8000"], { sources: { "main.py": closesFirst } });
    await until(() => second.listening().length > 0);
    expect([first, second].map((program) => program.listening().map(({ localPort }) => localPort))).toEqual([
      [8000],
      [8000],
    ]);
    const client = connect(8000, "127.0.0.1").resume();
    await once(client, "close");
    expect((await second.exited).status).toBe(0);
    expect(first.exit).toBeNull();
    await test.close();
  });

  it("knows the names of a launch", async () => {
    const test = await openTestArena("full");
    const source = "import socket; print(socket.gethostbyname('example.com'))";
    const program = test.python(source, { machine: { hosts: { "example.com": "203.0.113.80" } } });
    await program.exited;
    expect(program.stdout()).toBe("203.0.113.80\n");
    await test.close();
  });
});

describe.each(tiers)("a machine that a launch in tier %s believes to run on", (tier) => {
  let test: TestArena;
  beforeAll(async () => {
    test = await openTestArena(tier);
  });
  afterAll(() => test.close());
  beforeEach(() => test.arena.renewNetwork());

  it("has its own name and services, and the ways to its address agree", async ({ skip }) => {
    skip(!test.arena.showsMachines, "programs cannot be shown another machine here");
    test.arena.addInterface("10.20.30.40");
    const source = `
import socket
probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
probe.connect(("8.8.8.8", 53))
print(socket.gethostname(), open("/etc/hostname").read().strip())
print(socket.gethostbyname(socket.gethostname()), probe.getsockname()[0])
print(socket.getservbyname("made-up", "udp"), socket.gethostbyname("localhost"))
`;
    const machine = {
      hostname: "pc-one",
      address: "10.20.30.40",
      hosts: { "pc-one": "10.20.30.40" },
      services: [{ name: "made-up", port: 4321, protocol: "udp" as const }],
      nameServerPort: 53,
    };
    const program = test.python(source, { machine });
    await program.exited;
    expect(program.stderr()).toBe("");
    const [names, addresses, ...others] = program.stdout().trim().split("\n");
    expect([names, ...others]).toEqual(["pc-one pc-one", "4321 127.0.0.1"]);
    // This process has not loaded the library that gives connections their source.
    expect(addresses).toMatch(tier === "full" ? /^10.20.30.40 10.20.30.40$/ : /^10.20.30.40 /);
  });

  it.runIf(tier === "full")("leaves nothing of it to the next", async () => {
    test.arena.addInterface("10.20.30.40");
    test.arena.renewNetwork();
    test.arena.addInterface("10.20.30.41");
    const source = "import socket; print(socket.gethostname(), socket.gethostbyname(socket.gethostname()))";
    const program = test.python(source);
    await program.exited;
    expect(program.stdout()).toBe("lab 127.0.1.1\n");
  });
});
