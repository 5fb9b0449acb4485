import type { Evidence } from "../evidence.ts";
import { standsInSource } from "./sources.ts";

/** A port, and the one that a program used in its place. */
export interface SwappedPort {
  told: number;
  used: number;
}

/** Whether two ports are made of the same two bytes in the other order. */
export function isSwapped(told: number, used: number): boolean {
  return told !== used && used === ((told & 0xff) << 8) + (told >> 8);
}

/** The port on which a server listened where it is the one that it was told with its bytes swapped; null where it is not. */
export function swappedPort({ transcript }: Evidence): SwappedPort | null {
  const words = transcript
    .filter(({ kind }) => kind === "started")
    .flatMap(({ detail }) => detail?.match(/\d+/g) ?? []);
  const used = transcript.flatMap(({ kind, detail }) =>
    kind === "listening" ? (/port (\d+)/.exec(detail ?? "")?.slice(1) ?? []) : [],
  );
  for (const told of words.map(Number))
    for (const port of used.map(Number)) if (isSwapped(told, port)) return { told, used: port };
  return null;
}

/** Whether a C program sets a port, and never turns its bytes round. */
export function lacksHtons(evidence: Evidence): boolean {
  return standsInSource(evidence, /sin6?_port\s*=/) && !standsInSource(evidence, /\bhtons\s*\(|getaddrinfo|bswap/);
}
