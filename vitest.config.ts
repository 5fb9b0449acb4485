import { defineConfig } from "vitest/config";
import { Tally } from "./script/tally.ts";

export default defineConfig({
  test: {
    // Tests start real programs and enter network namespaces, which only the main thread of a process can do.
    pool: "forks",
    // Files mostly wait for the programs they start, several each: more at once would be a test of the machine.
    maxWorkers: 2,
    // Nets, for a machine that has much else to do.
    hookTimeout: 120_000,
    reporters: ["default", new Tally()],
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["{runner,reports,script}/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "whole-tool",
          include: ["tests/**/*.test.ts"],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
