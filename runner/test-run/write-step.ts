/** How many characters of a step's arguments a report shows. */
const shownCharacters = 160;

/**
 * A step as in the lab, on one line: `expect: { at: alice, text: "Halo" }`. The YAML library is loaded only when a step must be shown,
 * because loading it takes a sixth of the time in which a worker starts.
 */
export async function writeStep(word: string, args: unknown): Promise<string> {
  const { stringify } = await import("yaml");
  const written = stringify(args, { collectionStyle: "flow", lineWidth: 0, defaultStringType: "PLAIN" }).trim();
  const shown = written.length > shownCharacters ? `${written.slice(0, shownCharacters)}…` : written;
  return `${word}: ${shown}`;
}
