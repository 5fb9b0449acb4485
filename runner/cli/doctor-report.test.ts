import { expect, it } from "vitest";
import { doctorReport } from "./doctor-report.ts";

const sections = [
  { heading: "Isolation: full", findings: [{ name: "bubblewrap", isThere: true, detail: "0.8.0" }] },
  {
    heading: "Languages",
    findings: [
      { name: "Python", isThere: true, detail: "Python 3.11.2" },
      { name: "Rust", isThere: false, detail: "rustc is missing", fix: "sudo apt-get install rustc" },
    ],
  },
];

it("lists what is there, and says how to add what is not", () => {
  expect(doctorReport(sections)).toBe(`Isolation: full
  ✓ bubblewrap  0.8.0

Languages
  ✓ Python      Python 3.11.2
  ✗ Rust        rustc is missing
                to add it: sudo apt-get install rustc
`);
});

it("is coloured on request only", () => {
  expect(doctorReport(sections)).not.toContain("\u001b");
  expect(doctorReport(sections, true)).toContain("\u001b[32m✓");
});
