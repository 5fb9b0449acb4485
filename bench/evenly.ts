/** So many of a list, picked at even distances; some come again where more are asked for than there are. */
export function evenly<T>(all: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}
