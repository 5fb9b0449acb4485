import { defineConfig } from "vitest/config";
import { Tally } from "./script/tally.ts";

export default defineConfig({
  test: {
    // Tests start real programs and enter network namespaces, which only the main thread of a process can do.
    pool: "forks",
    // Most tests wait for programs: with fewer workers two cores are idle half the time.
    maxWorkers: 3,
    reporters: ["default", new Tally()],
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["{runner,reports,script}/**/*.test.ts"], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: "whole-tool",
          include: ["tests/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
