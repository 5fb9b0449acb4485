/** A time of day as a clock on the wall shows it: 10:42. */
export function clock(time: string): string {
  return new Date(time).toTimeString().slice(0, 5);
}
