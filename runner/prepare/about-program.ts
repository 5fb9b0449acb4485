import type { Text } from "../model/text.ts";
import type { Program } from "../spec/lab.ts";
import { programAbout } from "../texts/handout.ts";
import { askedPortText } from "./asked-port-text.ts";

/**
 * What a program of a lab is, in a line: its transport, how it is told its port, and the names by which it is found.
 *
 * @param written how a file name is to be written. @default as it is
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
