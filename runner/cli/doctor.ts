import { arch, release, type } from "node:os";
import type { Command } from "commander";
import { probeTier } from "../arena/probe.ts";
import { launchers } from "../launchers/index.ts";
import type { Language } from "../model/text.ts";
import { packageVersion } from "../package-root.ts";
import { doctorReport, type Section } from "./doctor-report.ts";
import { findDebuggers, findToolchains } from "./find-toolchains.ts";
import { isolationSection } from "./isolation-section.ts";
import { languageOption } from "./options.ts";
import { inHelp } from "./speech.ts";
import { usesColour } from "./terminal.ts";

/** Adds `wirecheck doctor`. */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("show what this machine has and lacks for grading, and how to add it")
    .addOption(languageOption())
    .addHelpText("after", inHelp({ en: "\nExample:\n  $ wirecheck doctor", id: "\nContoh:\n  $ wirecheck doctor" }))
    .action(async ({ lang }: { lang: Language }) => {
      const all = Object.values(launchers);
      const [probe, toolchains, debuggers] = await Promise.all([probeTier(), findToolchains(all), findDebuggers(all)]);
      const sections = [
        machine(),
        isolationSection(probe),
        { heading: { en: "Languages", id: "Bahasa pemrograman" }, findings: [...toolchains, ...debuggers] },
      ];
      process.stdout.write(doctorReport(sections, usesColour(process.stdout), lang));
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
