import type { Text } from "../model/text.ts";
import type { Program } from "../spec/lab.ts";
import { portMethodTexts } from "../texts/port-method.ts";
import { tell } from "../texts/tell.ts";
import { askedMethod } from "./learn-port.ts";

/** The method by which a lab asks a program to take its port, in a few words. */
export function askedPortText(program: Program): Text {
  const { port, path } = program;
  if (path !== undefined) return portMethodTexts.path({ path });
  if (port && "fixed" in port) return portMethodTexts.source({ port: port.fixed });
  const method = askedMethod(program);
  return tell(portMethodTexts, method.kind, method);
}
