import type { Text } from "../model/text.ts";
import type { Program } from "../spec/lab.ts";
import { programAbout } from "../texts/handout.ts";
import { askedPortText } from "./asked-port-text.ts";

/**
 * A line about a program of a lab: its transport, how it gets its port, and the file names by which it is found.
 *
 * @param written formats a file name. @default as it is
 */
export function aboutProgram(program: Program, written = (name: string) => name): Text {
  const { kind, transport = "tcp", files } = program;
  const isTalking = kind !== "program";
  const over = transport === "both" ? "TCP, UDP" : transport.toUpperCase();
  return programAbout({
    over: isTalking ? over : null,
    port: isTalking ? askedPortText(program) : null,
    files: files.map(written),
  });
}
