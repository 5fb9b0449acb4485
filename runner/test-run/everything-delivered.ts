/** Lets the event loop deliver everything that has already arrived in the kernel. */
export async function everythingDelivered(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
