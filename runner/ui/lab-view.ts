import type { State } from "../../reports/ui/contract.ts";
import { aboutProgram } from "../prepare/about-program.ts";
import type { Lab } from "../spec/lab.ts";
import type { ShownTests } from "./shown-tests.ts";

/** The parts of a lab that the page shows. */
export function labViewOf(lab: Lab, shown: ShownTests): State["lab"] {
  return {
    id: lab.id,
    title: lab.title,
    summary: lab.summary ?? null,
    handout: lab.handout ?? null,
    programs: Object.entries(lab.programs).map(([role, program]) => ({ role, about: aboutProgram(program) })),
    tests: [...shown.planned],
  };
}
