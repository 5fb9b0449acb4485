/** A number of a date or time with at least two digits, as in `05`. */
export function twoDigits(number: string | number): string {
  return String(number).padStart(2, "0");
}
