import { endpoint, type SystemSocket } from "./system-socket.ts";

/**
 * Parses what `lsof -FpPtnT` prints: a line for each field, which begins with its letter. p is the process, t the family, P
 * the protocol, n both ends (`*:5000`, `127.0.0.1:5000->127.0.0.1:61234`), TST the state of TCP.
 */
export function parseLsof(output: string): SystemSocket[] {
  const sockets: SystemSocket[] = [];
  let [pid, family, protocol, name, state] = [0, "", "", "", ""];
  const end = () => {
    const socket = toSocket(pid, family, protocol, name, state);
    if (socket) sockets.push(socket);
    [family, protocol, name, state] = ["", "", "", ""];
  };
  for (const line of output.split("\n")) {
    const value = line.slice(1);
    switch (line[0]) {
      case "p":
        end();
        pid = Number(value);
        break;
      case "f":
        end();
        break;
      case "t":
        family = value;
        break;
      case "P":
        protocol = value;
        break;
      case "n":
        name = value;
        break;
      case "T":
        if (value.startsWith("ST=")) state = value.slice("ST=".length);
    }
  }
  end();
  return sockets;
}

function toSocket(pid: number, family: string, protocol: string, name: string, state: string): SystemSocket | null {
  const isTcp = protocol === "TCP";
  if (!isTcp && protocol !== "UDP") return null;
  const [local = "", remote] = name.split("->");
  const any = family === "IPv6" ? "::" : "0.0.0.0";
  const here = endpoint(local, any);
  // A socket that is neither bound nor connected, or half closed, has no remote end either, and does not serve.
  if (here.port === 0 || (isTcp && remote === undefined && state !== "LISTEN")) return null;
  const there = remote === undefined ? { address: any, port: 0 } : endpoint(remote, any);
  return {
    protocol: isTcp ? "tcp" : "udp",
    localAddress: here.address,
    localPort: here.port,
    remoteAddress: there.address,
    remotePort: there.port,
    // lsof does not show it; accepting IPv4 as well is the default of macOS and of Linux.
    ipv6Only: false,
    isLingering: false,
    pid,
  };
}
