/** Libraries that a lab asks for cannot be installed: by the lab's fault, or because the machine or the network fails. */
export class SetupFailed extends Error {
  override name = "SetupFailed";
  readonly isUsage: boolean;

  constructor(message: string, { isUsage }: { isUsage: boolean }) {
    super(message);
    this.isUsage = isUsage;
  }
}
