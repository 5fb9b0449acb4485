/// <reference lib="dom" />

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Text } from "../../runner/model/text.ts";
import { uiTexts } from "../../runner/texts/ui.ts";
import type { Order, RunView, SourceView } from "./contract.ts";

/** A run of the last ones as a whole, once it has come; null while it has not. */
export function useKept(n: number | null): RunView | null {
  return useFetched<RunView>(n === null ? null : `runs/${n}`);
}

/** Where the files of a run are, and what they are called together. */
export const SourcesContext = createContext<{ title: Text; address(n: number, file: string): string }>({
  title: uiTexts.source,
  address: (n, file) => `runs/${n}/source?${new URLSearchParams({ file })}`,
});

/** A file as it was in a run. */
export function useSource(n: number, file: string | null): SourceView | null {
  const { address } = useContext(SourcesContext);
  return useFetched<SourceView>(file === null ? null : address(n, file));
}

/** Asks for a run. Where the server is gone the page says so already. */
export function run(order: Order): void {
  const body = JSON.stringify(order);
  void fetch("runs", { method: "POST", body, headers: { "content-type": "application/json" } }).catch(() => {});
}

/** What is at an address, once it has come; what came before is shown until then. */
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
