import { portWords } from "../model/port-method.ts";
import { isLaunchable, type PreparedProgram } from "../model/prepared-program.ts";
import type { FoundProgram } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { portMethodTexts } from "../texts/port-method.ts";
import { tell } from "../texts/tell.ts";

/**
 * The description of a program in reports.
 *
 * @param typed what a student types to run it, without its port
 */
export function describeProgram(
  program: PreparedProgram,
  { file, language, typed, note }: { file: string; language: string; typed: string; note: Text | null },
): FoundProgram {
  const { launch, role, kind } = program;
  return {
    role,
    file,
    language,
    port: isLaunchable(launch) && kind !== "program" ? portText(program) : null,
    byHand: byHand(typed, program),
    build: "output" in launch ? launch.output : null,
    ...(note && { note }),
    ...("kind" in launch && launch.kind === "lacking" && { lacks: launch.reason }),
  };
}

function portText({ method, sourcePort, path }: PreparedProgram): Text {
  if (path !== undefined) return portMethodTexts.path({ path });
  if (sourcePort !== null) return portMethodTexts.source({ port: sourcePort });
  return tell(portMethodTexts, method.kind, method);
}

/** A port that every user may use, as in the courses' own handouts. */
const usualPort = 5000;

function byHand(program: string, { method, sourcePort }: PreparedProgram): FoundProgram["byHand"] {
  const port = sourcePort ?? usualPort;
  const { argv, env } = portWords(method, port);
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const run = [...variables, program, ...(sourcePort === null ? argv : [])].join(" ");
  return { program, run, port };
}
