import { hurriedGraceMs, Pool, type PoolOptions } from "./pool.ts";

/** Lends a pool of workers to something; they and all that they started are ended afterwards, and at once when it is given up. */
export async function withPool<T>(
  options: PoolOptions & { signal?: AbortSignal | undefined },
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const { signal } = options;
  const pool = await Pool.open(options);
  const abort = () => void pool.end(hurriedGraceMs);
  signal?.addEventListener("abort", abort);
  try {
    signal?.throwIfAborted();
    return await use(pool);
  } finally {
    signal?.removeEventListener("abort", abort);
    await pool.end(signal?.aborted ? hurriedGraceMs : undefined);
  }
}
