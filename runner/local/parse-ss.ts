import { endpoint, type SystemSocket } from "./system-socket.ts";

/** Parses what `ss -Htuanp` prints: protocol, state, two queues, both ends, and `users:(("python3",pid=1,fd=3))`. */
export function parseSs(output: string): SystemSocket[] {
  return output.split("\n").flatMap((line) => {
    const [protocol, state, , , local, remote, users = ""] = line.trim().split(/\s+/);
    if ((protocol !== "tcp" && protocol !== "udp") || local === undefined || remote === undefined) return [];
    const any = local.startsWith("[") || local.startsWith("*") ? "::" : "0.0.0.0";
    const [here, there] = [endpoint(local, any), endpoint(remote, any)];
    const socket = {
      protocol,
      localAddress: here.address,
      localPort: here.port,
      remoteAddress: there.address,
      remotePort: there.port,
      // ss writes the address of a socket that takes both families as `*`.
      ipv6Only: local.startsWith("[::]"),
      isLingering: state === "TIME-WAIT",
    } as const;
    const holders = [...users.matchAll(/pid=(\d+)/g)].map(([, pid]) => Number(pid));
    const pids = holders.length === 0 ? [null] : [...new Set(holders)];
    return pids.map((pid) => ({ ...socket, pid }));
  });
}
