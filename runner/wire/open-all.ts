/**
 * Waits until all are open, without those that could not be (null). If one fails, the others are closed first: what nobody knows of
 * would keep its port for as long as this process lives.
 */
export async function openAll<T>(opening: readonly Promise<T | null>[], close: (opened: T) => void): Promise<T[]> {
  const ended = await Promise.allSettled(opening);
  const opened = ended.flatMap((each) => (each.status === "fulfilled" && each.value !== null ? [each.value] : []));
  const failed = ended.find(({ status }) => status === "rejected") as PromiseRejectedResult | undefined;
  if (failed === undefined) return opened;
  for (const each of opened) close(each);
  throw failed.reason;
}
