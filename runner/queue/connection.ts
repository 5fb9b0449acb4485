import { Redis, type RedisOptions } from "ioredis";
import { MachineProblem, UsageProblem } from "../model/usage-problem.ts";

/** The environment variable with the password, used when the address has none. */
export const passwordVariable = "WIRECHECK_QUEUE_PASSWORD";

/** Called when a connection is lost and when it is back. */
export interface Listener {
  onLost(): void;
  onBack(): void;
}

/**
 * Connects to the Redis or Valkey server of a queue. After the first connection it reconnects however often the server
 * restarts, and sends unanswered commands again.
 *
 * @param address redis://, rediss:// (TLS) or unix://, with user and password if its access lists need them
 * @throws MachineProblem when no server answers, and UsageProblem when it refuses the login
 */
export async function connect(address: string, listener?: Listener, environment = process.env): Promise<Redis> {
  const password = environment[passwordVariable];
  delete environment[passwordVariable];
  const options = optionsOf(address, password);
  let hasBeenThere = false;
  const settings: RedisOptions = {
    ...options,
    // BullMQ expects these three.
    protocol: 2,
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: 10_000,
    retryStrategy: (times: number) => (hasBeenThere ? Math.min(100 * 2 ** Math.min(times, 6), 5_000) : null),
  };
  const redis = new Redis(settings as RedisOptions & { replyMapping: "legacy" });
  const faults: Error[] = [];
  redis.on("error", (fault: Error) => {
    if (!hasBeenThere) faults.push(fault);
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw problemOf([...faults, error as Error], shown(address));
  }
  hasBeenThere = true;
  let isLost = false;
  redis.on("close", () => {
    if (!isLost && redis.status !== "end") listener?.onLost();
    isLost = true;
  });
  redis.on("ready", () => {
    if (isLost) listener?.onBack();
    isLost = false;
  });
  return redis;
}

/** The address without user and password. */
export function shown(address: string): string {
  return address.replace(/^(\w+:\/\/)[^@/]*@/, "$1");
}

function optionsOf(address: string, password: string | undefined): RedisOptions {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !["redis:", "rediss:", "unix:"].includes(url.protocol))
    throw new UsageProblem(
      `${shown(address)} is not the address of a queue: write redis://HOST:6379, or rediss:// for TLS, or unix:///PATH`,
    );
  const secret = url.password === "" ? password : decodeURIComponent(url.password);
  const database = Number(url.protocol === "unix:" ? 0 : url.pathname.slice(1) || 0);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    ...(url.protocol === "unix:"
      ? { path: decodeURIComponent(url.pathname) }
      : { host, port: Number(url.port || 6379) }),
    ...(url.protocol === "rediss:" && { tls: { servername: host } }),
    ...(url.username !== "" && { username: decodeURIComponent(url.username) }),
    ...(secret !== undefined && { password: secret }),
    ...(database > 0 && { db: database }),
  };
}

/** Why the first connection failed, as an error with a sentence. */
function problemOf(faults: readonly Error[], address: string): UsageProblem | MachineProblem {
  const all = faults.flatMap((fault) => (fault instanceof AggregateError ? [fault, ...fault.errors] : [fault]));
  const said = all.map(({ message, ...rest }) => `${(rest as NodeJS.ErrnoException).code ?? ""} ${message}`).join("\n");
  if (/WRONGPASS|invalid password|invalid username/i.test(said))
    return new UsageProblem(
      `the queue at ${address} refuses this user or password: correct the address, or ${passwordVariable}`,
    );
  if (/NOAUTH/.test(said))
    return new UsageProblem(`the queue at ${address} asks for a password: put it into ${passwordVariable}`);
  if (/NOPERM/.test(said))
    return new UsageProblem(
      `the queue at ${address} does not allow this user what wirecheck needs: docs/scale.md has its access list`,
    );
  if (/self.signed|UNABLE_TO|CERT_|ERR_TLS|altnames|EPROTO|wrong version number/i.test(said))
    return new UsageProblem(
      `TLS with the queue at ${address} failed (${lastLine(said)}): a certificate of your own is trusted with NODE_EXTRA_CA_CERTS`,
    );
  return new MachineProblem(`no Redis answers at ${address} (${lastLine(said)}): start one, or correct the address`);
}

function lastLine(said: string): string {
  const lines = said
    .split("\n")
    .map((line) => line.trim().replace(/^([A-Z_]+) (?=.*\1)/, ""))
    .filter((line) => line !== "");
  return lines.find((line) => /E[A-Z]{4,}|certificate/i.test(line)) ?? lines.at(-1) ?? "nothing heard";
}
