import { hurriedGraceMs, Pool, type PoolOptions } from "./pool.ts";

/** Lends a pool of workers to something; they and all that they started are ended afterwards, and at once when it is given up. */
export async function withPool<T>(
  options: PoolOptions & { signal?: AbortSignal | undefined },
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const { signal } = options;
  const pool = await Pool.open(options);
  try {
    return await whileWanted(pool, signal, use);
  } finally {
    await pool.end(signal?.aborted ? hurriedGraceMs : undefined);
  }
}

/** Lends workers that may go on afterwards: they are ended, at once, only when what they are lent to is given up. */
export async function whileWanted<T>(
  pool: Pool,
  signal: AbortSignal | undefined,
  use: (pool: Pool) => Promise<T>,
): Promise<T> {
  const abort = () => void pool.end(hurriedGraceMs);
  signal?.addEventListener("abort", abort);
  try {
    signal?.throwIfAborted();
    return await use(pool);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}
