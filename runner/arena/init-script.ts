import type { LaunchOptions } from "./arena.ts";

/** Descriptors with which the first process of an enclosure is started, beside 0, 1 and the program's own error output. */
export const descriptors = {
  /** What the enclosure itself complains about; never the program's words. */
  complaints: 2,
  /** Where bwrap tells the pid of init. */
  info: 3,
  /** To us: a line when init is ready, later one with the exit status. From us, in between: a line to begin with. */
  control: 4,
  /** Becomes descriptor 2 of the program. */
  errorOutput: 5,
};

/**
 * The command of the process in whose care the program runs. It starts the program only when told to, so that none is ever
 * running that we do not know of: should we die or give up first, the control line ends and so does init. Once it is ready, it
 * dies with us. Afterwards it stays, so that what the program left behind can be counted; all of that dies together with it.
 */
export function initCommand(program: readonly string[], stdout: LaunchOptions["stdout"] = "pipe"): string[] {
  return ["/bin/sh", "-c", script(redirections[stdout]), "init", ...program];
}

const redirections = { pipe: "", closed: "1>&-", nowhere: "1>/dev/null" };

/** In a subshell because only `exec` is certain to run a file and not one of the shell's own commands of that name. */
function script(redirection: string): string {
  const { info, control, errorOutput } = descriptors;
  return [
    `echo ready >&${control}`,
    `read -r go <&${control} || exit 1`,
    `(exec "$@" ${redirection} 2>&${errorOutput} ${info}>&- ${control}>&- ${errorOutput}>&-)`,
    `echo $? >&${control}`,
    `read -r end <&${control}`,
  ].join("\n");
}
