import { randomBytes } from "node:crypto";
import { isIP, isIPv4 } from "node:net";
import { fill, namesNeeded } from "../steps/support/fill.ts";
import { drawAll } from "./draw.ts";
import { finding, unknown } from "./finding.ts";
import type { Finding, Path } from "./problem.ts";
import { quoted } from "./words.ts";
import type { World } from "./world.ts";

/** The faults of a lab's world that its schema cannot find: unknown draws, and texts that are not an address or a port. */
export function checkWorld({ world }: { world?: World | undefined }): Finding[] {
  if (world === undefined) return [];
  const { draws = {}, ...rest } = world;
  const unknown = unknownDraws(rest, Object.keys(draws), ["world"]);
  const reversed = Object.entries(draws).flatMap(([name, draw]) =>
    "number" in draw && draw.number[0] > draw.number[1]
      ? [finding(["world", "draws", name, "number"], "the smaller number must come first")]
      : [],
  );
  if (unknown.length > 0 || reversed.length > 0) return [...unknown, ...reversed];
  return misfits(
    fill(
      rest,
      drawAll(draws, (_, length) => randomBytes(length)),
    ),
  );
}

function unknownDraws(value: unknown, names: readonly string[], path: Path): Finding[] {
  if (typeof value === "string") {
    return [...namesNeeded(value)].flatMap((name) =>
      names.includes(name) ? [] : [unknown(path, "draw", name, names)],
    );
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const place = [...path, Array.isArray(value) ? Number(key) : key];
    const inKey = Array.isArray(value) ? [] : unknownDraws(key, names, place);
    return [...inKey, ...unknownDraws(entry, names, place)];
  });
}

/** The faults that are found once every draw has a value. Keys of maps may be drawn as well, so that only the map can be named. */
function misfits({ address, hosts = {}, services = [], dns = [] }: Omit<World, "draws">): Finding[] {
  return [
    ...(address !== undefined && !isIPv4(address) ? [notIpv4(["world", "address"], address)] : []),
    ...Object.values(hosts).flatMap((host) => (isIPv4(host) ? [] : [notIpv4(["world", "hosts"], host)])),
    ...services.flatMap(({ port }, index) => (isPort(port) ? [] : [notPort(index, port)])),
    ...dns.flatMap(({ addresses }, index) =>
      addresses.flatMap((each, at) =>
        isIP(each) ? [] : [finding(["world", "dns", index, "addresses", at], `${quoted(each)} is not an IP address`)],
      ),
    ),
  ];
}

function isPort(port: string | number): boolean {
  const number = Number(port);
  return Number.isInteger(number) && number > 0 && number <= 65_535;
}

function notPort(index: number, port: string | number): Finding {
  return finding(
    ["world", "services", index, "port"],
    `${quoted(String(port))} is not a port: write one from 1 to 65535`,
  );
}

function notIpv4(path: Path, text: string): Finding {
  return finding(path, `${quoted(text)} is not an IPv4 address: write four numbers, such as 203.0.113.80`);
}
