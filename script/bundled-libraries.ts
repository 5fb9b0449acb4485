import { join } from "node:path";

const modules = join(import.meta.dirname, "../node_modules");

/** Libraries that look for their binaries next to their own files; Stryker is loaded only if it is installed. */
export const unbundled = ["koffi", "esbuild", "libarchive-wasm", "@stryker-mutator/instrumenter"];

/** The ES modules of these libraries, because import() of a CommonJS module gives a bundle only its default export. */
export const modulesOf = {
  yaml: join(modules, "yaml/browser/index.js"),
  "@peculiar/x509": join(modules, "@peculiar/x509/build/x509.es.js"),
};
