import { expect, it } from "vitest";
import { chunkNames } from "./chunks.ts";

type Imports = Readonly<Record<string, { now?: string[]; later?: string[]; code?: string }>>;

const libraries = ["/p/node_modules/pages/index.js", "/p/node_modules/wrap/index.js"];

/** A small tree: what a check reads, what the worker reads, what two other commands share, and what is first of all. */
const tree: Imports = {
  "/p/runner/cli/start.ts": { later: ["/p/runner/engine.ts", "/p/runner/cli/main.ts"] },
  "/p/runner/engine.ts": { now: ["node:v8", "/p/runner/cache.ts"] },
  "/p/runner/cache.ts": {},
  "/p/runner/cli/main.ts": {
    now: ["/p/runner/text.ts"],
    later: ["/p/runner/cli/check.ts", "/p/runner/cli/grade.ts", "/p/runner/cli/ui.ts", "/p/runner/cli/watch.ts"],
  },
  "/p/runner/cli/check.ts": { now: ["/p/runner/text.ts", "/p/runner/protocol.ts"] },
  "/p/runner/cli/grade.ts": { now: ["/p/runner/table.ts", ...libraries, "/p/runner/protocol.ts"] },
  "/p/runner/cli/ui.ts": { now: ["/p/runner/table.ts", ...libraries, "/p/runner/only-ui.ts"] },
  "/p/runner/cli/watch.ts": { now: ["/p/node_modules/wrap/index.js"] },
  "/p/runner/worker/start.ts": { later: ["/p/runner/engine.ts", "/p/runner/worker/worker.ts"] },
  "/p/runner/worker/worker.ts": { now: ["/p/runner/cache.ts", "/p/runner/protocol.ts"] },
  "/p/runner/text.ts": {},
  "/p/runner/protocol.ts": {},
  "/p/runner/table.ts": {},
  "/p/runner/only-ui.ts": {},
  "/p/node_modules/pages/index.js": { code: " ".repeat(200_000) },
  "/p/node_modules/wrap/index.js": { code: " " },
};

const nameOf = chunkNames(["/p/runner/cli/start.ts", "/p/runner/worker/start.ts"], (id) => {
  const { now = [], later = [], code = "" } = tree[id] ?? {};
  return id in tree ? { importedIds: now, dynamicallyImportedIds: later, code } : null;
});

it("lays together what is loaded first, what the same starts read, what other commands share, and the libraries that the same ones share", () => {
  const named = Object.keys(tree).flatMap((id) => (nameOf(id) === null ? [] : [[id, nameOf(id)]]));
  expect(Object.fromEntries(named)).toEqual({
    "/p/runner/engine.ts": "engine",
    "/p/runner/cache.ts": "engine",
    "/p/runner/text.ts": "start-110",
    "/p/runner/protocol.ts": "start-011",
    "/p/runner/table.ts": "commands",
    "/p/node_modules/pages/index.js": expect.stringMatching(/^library-\d+-\d+$/),
    "/p/node_modules/wrap/index.js": "library-small",
  });
});

it("leaves alone what one beginning reads", () => {
  expect(nameOf("/p/runner/only-ui.ts")).toBeNull();
});
