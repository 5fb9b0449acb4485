import type { Language } from "../model/text.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { openThis } from "../texts/ui.ts";
import { openServer, PortTaken, type Room, type RunningServer } from "../ui/server.ts";
import { openInBrowser } from "./open-in-browser.ts";

/** The options of a page. */
export interface PageFlags {
  port?: number;
  open?: boolean;
  lang: Language;
}

/**
 * Serves a room and prints its address. It uses the usual port, so that a page that is still open finds its server
 * again, or any port if that is taken.
 *
 * @throws UsageProblem when the requested port is taken
 */
export async function serveRoom(room: Room, { port, open, lang }: PageFlags): Promise<RunningServer> {
  const server = await openServer([room], port ?? usualPort).catch((fault: unknown) => {
    if (!(fault instanceof PortTaken)) throw fault;
    if (port !== undefined) throw new UsageProblem(`port ${port} is taken: choose another --port, or leave it out`);
    return openServer([room], 0);
  });
  const address = server.addressOf(room);
  process.stdout.write(`${openThis(address)[lang]}\n`);
  if (open) openInBrowser(address);
  return server;
}

const usualPort = 4747;

/** Prints a fault that does not end the command on standard error. */
export function sayFault(fault: unknown): void {
  process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n`);
}
