import { endpoint, type SystemSocket } from "./system-socket.ts";

/**
 * Parses what `netstat -ano` of Windows prints: protocol, both ends, for TCP the state, and the process. Headings and states
 * are in the language of the system (ABHÖREN, LISTENING); a listening socket is recognised by its remote port 0.
 */
export function parseNetstat(output: string): SystemSocket[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const [name = "", local, remote] = words;
    const protocol = name.toLowerCase();
    if ((protocol !== "tcp" && protocol !== "udp") || local === undefined || remote === undefined) return [];
    const any = local.startsWith("[") ? "::" : "0.0.0.0";
    const [here, there] = [endpoint(local, any), endpoint(remote, any)];
    const last = words.length > 3 ? Number(words.at(-1)) : Number.NaN;
    const pid = Number.isInteger(last) ? last : null;
    return [
      {
        protocol,
        localAddress: here.address,
        localPort: here.port,
        remoteAddress: there.address,
        remotePort: there.port,
        // A socket that takes both families is listed twice, once for each.
        ipv6Only: any === "::",
        // Connections that no program holds are listed under the idle process, 0.
        isLingering: protocol === "tcp" && there.port !== 0 && pid === 0,
        pid,
      },
    ];
  });
}
