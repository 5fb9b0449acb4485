import { expect, test } from "vitest";
import type { Arena } from "../arena/arena.ts";
import { ArenaLack, type Lack } from "../arena/lack.ts";
import type { Launchable, PreparedProgram } from "../model/prepared-program.ts";
import { conditions } from "./conditions.ts";
import { discover } from "./discover.ts";

const launch = { command: { argv: ["java", "Client"], env: {} }, pipedEnv: {}, needsTerminal: true, toolFolders: [] };
const asked = { kind: "flag", flag: "--port" } as const;
const program = { role: "server", kind: "server", transport: "tcp", asked, method: asked, sourcePort: null, launch };

/** An arena in which every launch fails. */
function refusing(fault: Error): Arena {
  const arena = {
    renewNetwork: () => {},
    takePorts: async () => [],
    awaitPorts: async () => {},
    releasePorts: () => {},
    freePort: async () => 5000,
    launch: () => {
      throw fault;
    },
  };
  return arena as unknown as Arena;
}

function discovered(fault: Error) {
  const params = { program: program as unknown as PreparedProgram & { launch: Launchable }, methods: [asked] };
  return discover(refusing(fault), { ...params, portsInSource: [], words: [] }, conditions(undefined, 1));
}

test("a program that this machine cannot start is not learnt, and ends no grading", async () => {
  const lack: Lack = "terminal";
  expect(await discovered(new ArenaLack(lack))).toBeNull();
});

test("any other fault is one", async () => {
  await expect(discovered(new Error("broken"))).rejects.toThrow("broken");
});
