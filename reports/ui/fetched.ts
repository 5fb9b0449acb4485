/// <reference lib="dom" />

import { useEffect, useState } from "preact/hooks";
import type { Order, RunView, SourceView } from "./contract.ts";

/** A run of the last ones as a whole, once it has come; null while it has not. */
export function useKept(n: number | null): RunView | null {
  return useFetched<RunView>(n === null ? null : `runs/${n}`);
}

/** A file as it was in a run. */
export function useSource(n: number, file: string | null): SourceView | null {
  return useFetched<SourceView>(file === null ? null : `runs/${n}/source?file=${encodeURIComponent(file)}`);
}

/** Asks for a run. Where the server is gone the page says so already. */
export function run(order: Order): void {
  const body = JSON.stringify(order);
  void fetch("runs", { method: "POST", body, headers: { "content-type": "application/json" } }).catch(() => {});
}

/** What came before is shown until the next has come. */
function useFetched<T>(address: string | null): T | null {
  const [fetched, setFetched] = useState<{ address: string; value: T | null } | null>(null);
  useEffect(() => {
    if (address === null) return;
    const abort = new AbortController();
    fetch(address, { signal: abort.signal })
      .then(async (answer) => setFetched({ address, value: answer.ok ? await answer.json() : null }))
      .catch(() => {});
    return () => abort.abort();
  }, [address]);
  return address === null ? null : (fetched?.value ?? null);
}
