import { unshare } from "./native.ts";

/**
 * Gives this process's main thread, and every program it starts from now on, an IPC namespace of its own, in which no System V
 * segment, queue or semaphore is yet; see ipc_namespaces(7). Those of the one before go with the last process in it.
 */
export function shareNothingByKeys(): void {
  unshare(cloneNewIpc);
}

const cloneNewIpc = 0x0800_0000;
