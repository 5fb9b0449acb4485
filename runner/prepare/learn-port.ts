import type { PortMethod } from "../model/port-method.ts";
import { isLaunchable, type PreparedProgram } from "../model/prepared-program.ts";
import type { Lab, Program } from "../spec/lab.ts";
import type { Calls } from "../worker/calls.ts";
import type { Discovered } from "../worker/protocol.ts";
import { methodsToTry, portsInSources, type Source } from "./port-signs.ts";

/**
 * Launches a program to learn how it takes its port, unless the hand-in's own `run` line contains {port}.
 */
export async function learnPort(
  program: PreparedProgram,
  { runArguments, sources }: { runArguments: readonly string[] | null; sources: readonly Source[] },
  lab: Lab,
  calls: Calls,
): Promise<PreparedProgram> {
  if (!isLaunchable(program.launch) || program.kind === "program" || program.path !== undefined) return program;
  if (runArguments?.some((word) => word.includes("{port}"))) {
    return { ...program, asked: { kind: "placeholder" }, method: { kind: "placeholder" } };
  }
  const params = {
    program: { ...program, launch: program.launch },
    methods: methodsToTry(program.asked, sources),
    portsInSource: portsInSources(sources),
    ...(lab.limits && { limits: lab.limits }),
    ...(lab.world && { world: lab.world }),
    ...(lab.files && { files: lab.files }),
    words: firstWords(program.role, lab),
  };
  // On a network that all programs share, only one of two programs with the same port in their sources can have it.
  const { isolation } = calls;
  const isShared = !isolation.network && (!isolation.address || program.launch.bypassesLibraries);
  const learnt: Discovered = await (isShared ? calls.callAlone("discover", params) : calls.call("discover", params));
  return learnt === null ? { ...program, tried: params.methods } : { ...program, ...learnt };
}

/** The method by which a lab asks a program to take its port. */
export function askedMethod({ port, path = "", command, host = "localhost" }: Program): PortMethod {
  if (command !== undefined) {
    const words = command.replaceAll("{host}", host).split(/ +/);
    return { kind: "command", command: words.map((word) => word.replaceAll("{path}", path)) };
  }
  if (port === undefined) return { kind: "source" };
  if ("flag" in port) return { kind: "flag", flag: port.flag };
  if ("argument" in port) return { kind: "argument", before: port.argument === 1 ? [] : [host] };
  if ("environment" in port) return { kind: "environment", name: port.environment };
  return { kind: "source" };
}

/** The arguments that the lab's tests first give a program: without them it may only print its usage. */
function firstWords(role: string, lab: Lab): string[] {
  const words = lab.tests.flatMap(({ steps }) =>
    steps.map(({ start }) => start as Partial<Words> | string | undefined),
  );
  const found = words.find((step): step is Words => typeof step === "object" && step.program === role && !!step.words);
  return found?.words ?? [];
}

interface Words {
  program: string;
  words: string[];
}
