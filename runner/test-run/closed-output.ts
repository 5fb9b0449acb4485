import type { Launchable } from "../model/prepared-program.ts";

/**
 * A closed output, as far as the program's language is made for it. In C and C++ the next socket would become descriptor 1 and
 * take what is printed; POSIX asks of no program that it can be started so (execve, rationale).
 */
export function closedOutput({ language }: Launchable): "closed" | "nowhere" {
  return ["C", "C++", "Make", "executable"].includes(language) ? "nowhere" : "closed";
}
