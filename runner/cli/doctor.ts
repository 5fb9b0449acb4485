import { arch, release, type } from "node:os";
import type { Command } from "commander";
import pc from "picocolors";
import { probeTier } from "../arena/probe.ts";
import { launchers } from "../launchers/index.ts";
import { packageVersion } from "../package-root.ts";
import { doctorReport, type Section } from "./doctor-report.ts";
import { findToolchains } from "./find-toolchains.ts";
import { isolationSection } from "./isolation-section.ts";

/** Adds `wirecheck doctor`. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("show what this machine has and lacks for grading, and how to add it")
    .addHelpText("after", "\nExample:\n  $ wirecheck doctor")
    .action(async () => {
      const [probe, toolchains] = await Promise.all([probeTier(), findToolchains(Object.values(launchers))]);
      const sections = [machine(), isolationSection(probe), { heading: "Languages", findings: toolchains }];
      process.stdout.write(doctorReport(sections, pc.isColorSupported && process.stdout.isTTY));
    });
}

function machine(): Section {
  return {
    heading: `wirecheck ${packageVersion()}`,
    findings: [
      { name: "system", isThere: true, detail: `${type()} ${release()} ${arch()}` },
      { name: "Node.js", isThere: true, detail: process.version },
    ],
  };
}
