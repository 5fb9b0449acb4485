import { unshare } from "./native.ts";

/**
 * Moves the main thread of this process, and every program that it starts from now on, into a new IPC namespace without any
 * System V segment, queue or semaphore; see ipc_namespaces(7). Those of the old namespace go when its last process ends.
 */
export function enterFreshIpcNamespace(): void {
  unshare(cloneNewIpc);
}

const cloneNewIpc = 0x0800_0000;
