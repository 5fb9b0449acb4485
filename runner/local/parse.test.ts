import { describe, expect, it } from "vitest";
import { parseLsof } from "./parse-lsof.ts";
import { parseNetstat } from "./parse-netstat.ts";
import { parseSs } from "./parse-ss.ts";
import type { SystemSocket } from "./system-socket.ts";

const shown = ({ protocol, localAddress, localPort, remotePort, isLingering, ipv6Only, pid }: SystemSocket) =>
  [protocol, `${localAddress} ${localPort}`, remotePort, isLingering, ipv6Only, pid] as const;

describe("ss of Linux", () => {
  const output = `
tcp   LISTEN    0      511          127.0.0.1:12345       0.0.0.0:*    users:(("node",pid=3240,fd=21))
tcp   LISTEN    0      128                  *:8080              *:*    users:(("java",pid=77,fd=9),("java",pid=78,fd=9))
tcp   LISTEN    0      5                 [::]:9000           [::]:*    users:(("python3",pid=80,fd=3))
tcp   TIME-WAIT 0      0            127.0.0.1:5000      127.0.0.1:40112
udp   UNCONN    0      0            127.0.0.1%lo:5353       0.0.0.0:*
tcp   ESTAB     0      0     [::ffff:127.0.0.1]:5000 [::ffff:127.0.0.1]:40114 users:(("server",pid=81,fd=4))
`;

  it("is understood", () => {
    expect(parseSs(output).map(shown)).toEqual([
      ["tcp", "127.0.0.1 12345", 0, false, false, 3240],
      ["tcp", ":: 8080", 0, false, false, 77],
      ["tcp", ":: 8080", 0, false, false, 78],
      ["tcp", ":: 9000", 0, false, true, 80],
      ["tcp", "127.0.0.1 5000", 40112, true, false, null],
      ["udp", "127.0.0.1 5353", 0, false, false, null],
      ["tcp", "::ffff:127.0.0.1 5000", 40114, false, false, 81],
    ]);
  });
});

describe("lsof of macOS", () => {
  const output = [
    ...["p613", "f9", "tIPv4", "PTCP", "n*:5000", "TST=LISTEN", "TQR=0", "TQS=0"],
    ...["f10", "tIPv6", "PTCP", "n*:5000", "TST=LISTEN", "TQR=0", "TQS=0"],
    ...["p2211", "f3", "tIPv4", "PUDP", "n127.0.0.1:9999"],
    ...["f4", "tIPv4", "PUDP", "n*:*"],
    ...["f5", "tIPv4", "PTCP", "n127.0.0.1:8000", "TST=CLOSED", "TQR=0", "TQS=0"],
    ...["f6", "tIPv6", "PTCP", "n[::1]:8000->[::1]:61234", "TST=ESTABLISHED", "TQR=0", "TQS=0", ""],
  ].join("\n");

  it("is understood; what is only bound does not serve", () => {
    expect(parseLsof(output).map(shown)).toEqual([
      ["tcp", "0.0.0.0 5000", 0, false, false, 613],
      ["tcp", ":: 5000", 0, false, false, 613],
      ["udp", "127.0.0.1 9999", 0, false, false, 2211],
      ["tcp", "::1 8000", 61234, false, false, 2211],
    ]);
  });
});

describe("netstat of Windows", () => {
  const german = `
Aktive Verbindungen

  Proto  Lokale Adresse         Remoteadresse          Status           PID
  TCP    0.0.0.0:135            0.0.0.0:0              ABH\u00d6REN         1020
  TCP    127.0.0.1:5000         0.0.0.0:0              ABH\u00d6REN         9444
  TCP    127.0.0.1:5000         127.0.0.1:51022        WARTEND         0
  TCP    127.0.0.1:5000         127.0.0.1:51023        HERGESTELLT     9444
  TCP    [::]:9000              [::]:0                 ABH\u00d6REN         4321
  UDP    0.0.0.0:5353           *:*                                    3100
  UDP    [fe80::1%12]:1900      *:*                                    3101
`.replaceAll("\n", "\r\n");

  it("is understood in any language", () => {
    expect(parseNetstat(german).map(shown)).toEqual([
      ["tcp", "0.0.0.0 135", 0, false, false, 1020],
      ["tcp", "127.0.0.1 5000", 0, false, false, 9444],
      ["tcp", "127.0.0.1 5000", 51022, true, false, 0],
      ["tcp", "127.0.0.1 5000", 51023, false, false, 9444],
      ["tcp", ":: 9000", 0, false, true, 4321],
      ["udp", "0.0.0.0 5353", 0, false, false, 3100],
      ["udp", "fe80::1 1900", 0, false, true, 3101],
    ]);
  });
});
