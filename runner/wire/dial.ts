import { once } from "node:events";
import net from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Where a peer connects to: a port, or a socket of AF_UNIX. */
export type Destination = PortDestination | PathDestination;

interface PathDestination {
  path: string;
  /** The path as the transcript names it. */
  shown: string;
  /** Whether a refused connection is tried again, because the program may not have called listen() yet. */
  mayBeEarly?: boolean;
}

interface PortDestination {
  /** An IP literal: looking up a name would leave the private network. */
  address: string;
  port: number;
  /** An open socket of that address family to connect with. @default a new one */
  descriptor?: number;
}

/**
 * Connects to a program; resolves with the system's error code (ECONNREFUSED, …) if the connection is refused.
 *
 * @param mayTryAgain whether to try again where that may help
 */
export async function dial(to: Destination, mayTryAgain: () => boolean): Promise<net.Socket | string> {
  for (;;) {
    const socket = connect(to);
    try {
      await once(socket, "connect");
      return socket;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "unknown";
      if (!mayTryAgain() || !isTemporary(code, to)) return code;
      await delay(againMs);
    }
  }
}

/** How the transcript names a destination. */
export function nameOf(to: Destination): string {
  return "path" in to ? to.shown : `${to.address} port ${to.port}`;
}

function connect(to: Destination): net.Socket {
  const options = { allowHalfOpen: true, readable: true, writable: true };
  if ("path" in to) return new net.Socket(options).connect({ path: to.path });
  const { address: host, port, descriptor: fd } = to;
  return new net.Socket({ ...options, ...(fd !== undefined && { fd }) }).connect({ host, port });
}

/** Over AF_UNIX, connect() fails at once (EAGAIN) when the queue of connections is full. */
function isTemporary(code: string, to: Destination): boolean {
  return "path" in to && (code === "EAGAIN" || (code === "ECONNREFUSED" && to.mayBeEarly === true));
}

const againMs = 5;
