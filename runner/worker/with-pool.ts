import { hurriedGraceMs, Pool, type PoolOptions } from "./pool.ts";

/** Calls `use` with a new pool of workers, which is ended afterwards, or at once when `signal` aborts. */
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

/** Calls `use` with a pool that is ended only if `signal` aborts meanwhile. */
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
