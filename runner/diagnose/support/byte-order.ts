import type { Evidence } from "../evidence.ts";
import { standsInSource } from "./sources.ts";

/** A port, and the one that a program used instead. */
export interface SwappedPort {
  told: number;
  used: number;
}

/** Whether two ports have the same two bytes in opposite order. */
export function isSwapped(told: number, used: number): boolean {
  return told !== used && used === ((told & 0xff) << 8) + (told >> 8);
}

/** The port on which a server listened, if it is its given port with swapped bytes; otherwise null. */
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

/** Whether a C program sets a port, and never swaps its bytes. */
export function lacksHtons(evidence: Evidence): boolean {
  return standsInSource(evidence, /sin6?_port\s*=/) && !standsInSource(evidence, /\bhtons\s*\(|getaddrinfo|bswap/);
}
