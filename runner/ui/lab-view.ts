import type { State } from "../../reports/ui/contract.ts";
import { askedPortText } from "../prepare/asked-port-text.ts";
import type { Lab, Program } from "../spec/lab.ts";
import { programAbout } from "../texts/ui.ts";
import type { ShownTests } from "./shown-tests.ts";

/** What a lab asks for, as the page shows it. */
export function labViewOf(lab: Lab, shown: ShownTests): State["lab"] {
  return {
    id: lab.id,
    title: lab.title,
    summary: lab.summary ?? null,
    handout: lab.handout ?? null,
    programs: Object.entries(lab.programs).map(([role, program]) => ({ role, about: about(program) })),
    tests: [...shown.planned],
  };
}

function about(program: Program) {
  const { kind, transport = "tcp", files } = program;
  const over = kind === "program" ? null : transport === "both" ? "TCP, UDP" : transport.toUpperCase();
  return programAbout({ over, port: kind === "program" ? null : askedPortText(program), files });
}
