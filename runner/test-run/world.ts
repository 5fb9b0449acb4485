import type { Arena } from "../arena/arena.ts";
import type { Machine } from "../arena/launch-options.ts";
import { drawAll } from "../spec/draw.ts";
import type { World } from "../spec/world.ts";
import type { Values } from "../steps/support/expression.ts";
import { fill } from "../steps/support/fill.ts";
import { toMs } from "../steps/support/units.ts";
import { machineFacts } from "./machine-facts.ts";

/** The world of one test, as its steps and programs see it. */
export interface EnteredWorld {
  /** The values of {name} in the steps of the test. */
  drawn: Values;
  machine: Machine;
  /** All names of its machines. */
  names: readonly string[];
  close(): Promise<void>;
}

/**
 * Draws the values of a lab's world and sets it up in the current network. If the test has no network of its own, the values are those
 * of the machine, and programs see the machine as it is.
 */
export async function enterWorld(
  written: World,
  arena: Pick<Arena, "isolation" | "addInterface">,
  random: (label: string, length: number) => Buffer,
  during: (work: Promise<void>) => Promise<void>,
): Promise<EnteredWorld> {
  const { draws = {}, ...rest } = written;
  if (!arena.isolation.network) {
    const drawn = await machineFacts(draws);
    const world = fill(rest, drawn);
    return { drawn, machine: machineOf(world), names: namesIn(world), close: async () => {} };
  }
  const drawn = drawAll(draws, random);
  const world = fill(rest, drawn);
  if (world.address !== undefined) arena.addInterface(world.address);
  const server = world.dns && (await openNameServer(world.dns, during));
  return { drawn, machine: machineOf(world), names: namesIn(world), close: async () => server?.close() };
}

function namesIn({ hostname, hosts = {}, dns = [] }: World): string[] {
  return [...new Set([...(hostname ? [hostname] : []), ...Object.keys(hosts), ...dns.map(({ name }) => name)])];
}

function machineOf({ hostname, address, hosts = {}, services, dns }: World): Machine {
  const own = hostname !== undefined && address !== undefined ? { [hostname]: address } : {};
  return {
    ...(hostname !== undefined && { hostname }),
    hosts: { ...own, ...hosts },
    ...(services && { services: services.map((service) => ({ ...service, port: Number(service.port) })) }),
    hasNameServer: dns !== undefined,
  };
}

/** The name server is loaded only if a world has one. */
async function openNameServer(dns: NonNullable<World["dns"]>, during: (work: Promise<void>) => Promise<void>) {
  const { NameServer } = await import("../wire/name-server.ts");
  const records = dns.map(({ name, addresses, after, silent }) => ({
    name,
    addresses,
    afterMs: silent ? ("silent" as const) : toMs(after ?? "0ms"),
  }));
  return NameServer.open(records, { address: "127.0.0.1", port: 53 }, during);
}
