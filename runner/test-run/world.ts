import type { Arena } from "../arena/arena.ts";
import type { Machine } from "../arena/launch-options.ts";
import { drawAll } from "../spec/draw.ts";
import type { World } from "../spec/world.ts";
import type { Values } from "../steps/support/expression.ts";
import { fill } from "../steps/support/fill.ts";
import { toMs } from "../steps/support/units.ts";
import { interfaceAddresses, machineFacts } from "./machine-facts.ts";

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
 * Draws the values of a lab's world and sets it up in the current network. Where programs cannot be shown another machine, they see it as
 * it is: in tier `local` the values are those of the machine, elsewhere there are none.
 */
export async function enterWorld(
  written: World,
  arena: Pick<Arena, "isolation" | "hasNetworks" | "showsMachines" | "addInterface">,
  random: (label: string, length: number) => Buffer,
  during: (work: Promise<void>) => Promise<void>,
): Promise<EnteredWorld> {
  const { draws = {}, ...rest } = written;
  if (!arena.showsMachines) {
    // Who checks a program at home can look up what it should have said; for marks, other right answers would be too easy.
    const drawn = arena.isolation.tier === "local" ? await machineFacts(draws) : {};
    const world = fill(rest, drawn);
    return { drawn, machine: machineOf(world), names: namesIn(world), close: async () => {} };
  }
  const drawn = drawAll(draws, random);
  const world = fill(rest, drawn);
  if (world.address !== undefined) arena.addInterface(world.address);
  const server = world.dns && (await openNameServer(world.dns, arena.hasNetworks ? 53 : 0, during));
  return {
    drawn: arena.isolation.network ? drawn : withRealAddresses(drawn, draws),
    machine: machineOf(world, server?.port),
    names: namesIn(world),
    close: async () => server?.close(),
  };
}

/**
 * Without a network of its own, interfaces have the machine's addresses, and the name of the machine has the one that was drawn: both
 * are right. Where the machine has none, not every way to ask for one works, and the draw has no value.
 */
function withRealAddresses(drawn: Values, draws: NonNullable<World["draws"]>): Values {
  const real = interfaceAddresses();
  const values = Object.entries(drawn).flatMap(([name, value]) => {
    const otherwise = draws[name]?.otherwise;
    const isOwn = typeof otherwise === "object" && "machine" in otherwise && otherwise.machine === "addresses";
    if (!isOwn) return [[name, value]];
    return real.length > 0 ? [[name, [value, ...real].join("|")]] : [];
  });
  return Object.fromEntries(values);
}

function namesIn({ hostname, hosts = {}, dns = [] }: World): string[] {
  return [...new Set([...(hostname ? [hostname] : []), ...Object.keys(hosts), ...dns.map(({ name }) => name)])];
}

function machineOf({ hostname, address, hosts = {}, services }: World, nameServerPort?: number): Machine {
  const own = hostname !== undefined && address !== undefined ? { [hostname]: address } : {};
  return {
    ...(hostname !== undefined && { hostname }),
    ...(address !== undefined && { address }),
    hosts: { ...own, ...hosts },
    ...(services && { services: services.map((service) => ({ ...service, port: Number(service.port) })) }),
    ...(nameServerPort !== undefined && { nameServerPort }),
  };
}

/** The name server is loaded only if a world has one. */
async function openNameServer(
  dns: NonNullable<World["dns"]>,
  port: number,
  during: (work: Promise<void>) => Promise<void>,
) {
  const { NameServer } = await import("../wire/name-server.ts");
  const records = dns.map(({ name, addresses, after, silent }) => ({
    name,
    addresses,
    afterMs: silent ? ("silent" as const) : toMs(after ?? "0ms"),
  }));
  return NameServer.open(records, { address: "127.0.0.1", port }, during);
}
