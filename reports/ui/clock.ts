/** A local time of day: 10:42. */
export function clock(time: string): string {
  return new Date(time).toTimeString().slice(0, 5);
}
