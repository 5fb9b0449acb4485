/// <reference lib="dom" />

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Text } from "../../runner/model/text.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import type { Order, RunView, SourceView } from "./contract.ts";

/** One of the last runs; null until it is loaded. */
export function useKept(n: number | null): RunView | null {
  return useFetched<RunView>(n === null ? null : `runs/${n}`);
}

/** The address of a run's files, and their title. */
export const SourcesContext = createContext<{ title: Text; address(n: number, file: string): string }>({
  title: uiTexts.source,
  address: (n, file) => `runs/${n}/source?${new URLSearchParams({ file })}`,
});

/** A file as it was in a run. */
export function useSource(n: number, file: string | null): SourceView | null {
  const { address } = useContext(SourcesContext);
  return useFetched<SourceView>(file === null ? null : address(n, file));
}

/** Requests a run. Errors are ignored, because the page already shows when the server is away. */
export function run(order: Order): void {
  const body = JSON.stringify(order);
  void fetch("runs", { method: "POST", body, headers: { "content-type": "application/json" } }).catch(() => {});
}

/** The content of an address; until it is loaded, that of the address before. */
export function useFetched<T>(address: string | null): T | null {
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
