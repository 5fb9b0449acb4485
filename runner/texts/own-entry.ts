/** The entry of a table under a key of its own: a peer, or a call, may be called what every object has, such as `constructor`. */
export function ownEntry<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
