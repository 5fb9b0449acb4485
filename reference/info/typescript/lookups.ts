import dns from "node:dns/promises";
import { readFileSync } from "node:fs";
import os from "node:os";

/** What can be asked, by command; each rejects or throws when there is no answer. */
export const lookups: Record<string, (...words: string[]) => Promise<string> | string> = {
  hostname: () => os.hostname(),
  ip: localIp,
  resolve: async (name = "") => (await dns.lookup(name, { family: 4 })).address,
  reverse: async (address = "") => (await dns.reverse(address))[0] ?? fail(`${address} has no name`),
  service,
};

function localIp(): string {
  const all = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const own = all.find(({ family, internal }) => family === "IPv4" && !internal);
  return own?.address ?? fail("no network");
}

/** Node has no getservbyname: this is what it reads. */
function service(name = "", protocol = "tcp"): string {
  for (const line of readFileSync("/etc/services", "utf8").split("\n")) {
    const [first, place, ...aliases] = line.replace(/#.*/, "").trim().split(/\s+/);
    const [port, kind] = place?.split("/") ?? [];
    if (kind === protocol && port && [first, ...aliases].includes(name)) return port;
  }
  return fail(`${name}/${protocol} is no known service`);
}

function fail(reason: string): never {
  throw new Error(reason);
}
