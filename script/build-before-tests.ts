import { bundle } from "./bundle.ts";

/** Builds the command line before any test runs, so that no test uses a stale one (vitest's `globalSetup`). */
export default async function buildBeforeTests(): Promise<void> {
  await bundle();
}
