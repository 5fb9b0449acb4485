import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { openNetlink } from "./netlink.ts";
import { parseProcNet } from "./proc-net.ts";
import { dumpSockets } from "./sock-diag.ts";

const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:3039 00000000:0000 0A 00000000:00000001 00:00000000 00000000 64000        0 59239 1 0000000000000000 100 0 0 10 0
   1: 0100007F:3039 0107A8C0:9472 01 00000010:00000005 00:00000000 00000000     0        0 59241 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:3039 0100007F:9473 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0000000000000000
`;
const udp6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
 7: 00000000000000000000000001000000:14E9 00000000000000000000000000000000:0000 07 00000000:00000300 00:00000000 00000000     0        0 777 2 0000000000000000 0
`;

it("reads states, addresses and queues of TCP", () => {
  const local = { protocol: "tcp", localAddress: "127.0.0.1", localPort: 12_345, ipv6Only: false };
  expect(parseProcNet(tcp, "tcp")).toEqual([
    {
      ...local,
      ...{ inode: 59_239, state: "LISTEN", remoteAddress: "0.0.0.0", remotePort: 0, receiveQueue: 1, sendQueue: 0 },
    },
    {
      ...local,
      ...{ inode: 59_241, state: "ESTABLISHED", remoteAddress: "192.168.7.1", remotePort: 38_002 },
      ...{ receiveQueue: 5, sendQueue: 16 },
    },
    {
      ...local,
      ...{
        inode: 0,
        state: "TIME_WAIT",
        remoteAddress: "127.0.0.1",
        remotePort: 38_003,
        receiveQueue: 0,
        sendQueue: 0,
      },
    },
  ]);
});

it("reads IPv6 addresses of UDP", () => {
  expect(parseProcNet(udp6, "udp")).toMatchObject([
    { localAddress: "::1", localPort: 5353, remoteAddress: "::", state: "CLOSE", inode: 777, receiveQueue: 768 },
  ]);
});

it("reads the same from the tables of this machine as sock_diag tells", async () => {
  const server = createServer().listen(0, "::1");
  await once(server, "listening");
  const isOurs = ({ localPort }: { localPort: number }) => localPort === (server.address() as { port: number }).port;
  const netlink = openNetlink(4);
  const [asked] = dumpSockets(netlink, "tcp", "serving").filter(isOurs);
  const [read] = parseProcNet(readFileSync("/proc/thread-self/net/tcp6", "utf8"), "tcp").filter(isOurs);
  netlink.close();
  server.close();
  expect(asked).toMatchObject({ localAddress: "::1", state: "LISTEN" });
  // The table tells neither a listening socket's backlog nor whether it takes IPv4.
  expect(read).toEqual({ ...asked, sendQueue: 0, ipv6Only: false });
});
