/** Characters of a step's arguments that a report shows before it cuts them. */
const shownCharacters = 160;

/**
 * A step as the lab writes it, on one line: `expect: { at: alice, text: "Halo" }`. The writer of YAML is loaded only when a
 * step is to be shown: it would make up a sixth of the start of a worker.
 */
export async function writeStep(word: string, args: unknown): Promise<string> {
  const { stringify } = await import("yaml");
  const written = stringify(args, { collectionStyle: "flow", lineWidth: 0, defaultStringType: "PLAIN" }).trim();
  const shown = written.length > shownCharacters ? `${written.slice(0, shownCharacters)}…` : written;
  return `${word}: ${shown}`;
}
