import { findExecutable } from "./executables.ts";

/** The command that runs `program` as another user, with no way back: no group, capability or set-user-id bit helps it. */
export function asUser(user: number, program: readonly string[]): string[] {
  return [
    ...[findExecutable("setpriv") ?? "setpriv", "--reuid", `${user}`, "--regid", `${user}`, "--clear-groups"],
    ...["--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--", ...program],
  ];
}
