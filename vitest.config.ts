import { defineConfig } from "vitest/config";
import { Tally } from "./script/tally.ts";

export default defineConfig({
  test: {
    // Tests start real programs and enter network namespaces, which only the main thread of a process can do.
    pool: "forks",
    // One file at a time: its programs are several, and verdicts are to be seen without files that disturb each other.
    maxWorkers: 1,
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
