import { createSocket } from "node:dgram";
import { lookup, lookupService, reverse } from "node:dns/promises";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import { hostname, networkInterfaces } from "node:os";
import type { Draw, Otherwise } from "../spec/world.ts";
import type { Values } from "../steps/support/expression.ts";

/** The values of a world's draws if the test uses the machine's own network; several right values are separated by |. */
export async function machineFacts(draws: Readonly<Record<string, Draw>>): Promise<Values> {
  const facts = Object.entries(draws).map(async ([name, { otherwise }]) => {
    const texts = await textsOf(otherwise);
    return texts.length > 0 ? [[name, texts.join("|")]] : [];
  });
  return Object.fromEntries((await Promise.all(facts)).flat());
}

async function textsOf(otherwise: Otherwise): Promise<string[]> {
  if (otherwise === undefined) return [];
  if (typeof otherwise === "string" || Array.isArray(otherwise)) return [otherwise].flat();
  const { machine, of = "" } = otherwise;
  switch (machine) {
    case "hostname":
      return [hostname()];
    case "addresses":
      return ownAddresses();
    case "name":
      return nameOf(of);
    case "port":
      return portOf(of);
  }
}

/**
 * The addresses of its interfaces and of its name, which may be one of loopback. None where one of the usual ways to ask for them fails:
 * then a program that uses it is not to blame.
 */
async function ownAddresses(): Promise<string[]> {
  const own = interfaceAddresses();
  const named = await lookup(hostname(), { all: true }).catch(() => []);
  if (own.length === 0 || named.length === 0 || !(await hasWayOut())) return [];
  return [...new Set([...own, ...named.map(({ address }) => address)])];
}

/** Whether a socket can be connected to another machine, as programs do to learn their address. Over UDP, nothing is sent. */
async function hasWayOut(): Promise<boolean> {
  const socket = createSocket("udp4");
  try {
    socket.connect(53, "8.8.8.8");
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}

/** The addresses of the machine's interfaces, without loopback. */
export function interfaceAddresses(): string[] {
  const interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return interfaces.filter(({ internal }) => !internal).map(({ address }) => address);
}

/** The names of an address: the C library returns the first one, other resolvers return the others. */
async function nameOf(address: string): Promise<string[]> {
  const first = await lookupService(address, 0).catch(() => null);
  const others = await reverse(address).catch(() => []);
  return first === null || isIP(first.hostname) ? others : [...new Set([first.hostname, ...others])];
}

async function portOf(service: string): Promise<string[]> {
  const [name = "", protocol = "tcp"] = service.split("/");
  const lines = (await readFile("/etc/services", "utf8").catch(() => "")).split("\n");
  const entries = lines.map((line) => line.replace(/#.*/, "").trim().split(/\s+/));
  const found = entries.find(([first, port]) => first === name && port?.endsWith(`/${protocol}`));
  return found?.[1] === undefined ? [] : [found[1].split("/")[0] as string];
}
