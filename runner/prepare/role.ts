import type { PortMethod } from "../model/port-method.ts";
import type { Program } from "../spec/lab.ts";

/** The way in which a lab's handout asks for the port. */
export function askedMethod({ port, command, host = "localhost" }: Program): PortMethod {
  if (command !== undefined) return { kind: "command", command: command.replaceAll("{host}", host).split(/ +/) };
  if (port === undefined) return { kind: "source" };
  if ("flag" in port) return { kind: "flag", flag: port.flag };
  if ("argument" in port) return { kind: "argument", before: port.argument === 1 ? [] : [host] };
  if ("environment" in port) return { kind: "environment", name: port.environment };
  return { kind: "source" };
}
