/** `count` elements of a list at even distances; elements repeat if there are fewer. */
export function evenly<T>(all: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}
