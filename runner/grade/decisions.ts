/**
 * Plays that get all CPU time, of which each role has one at a time: after the first that shows whether the program computes for ever,
 * the others need not use up theirs.
 */
export class Decisions {
  /** Resolves when no play of the role gets all CPU time any more; it never rejects. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** Plays when the earlier plays of this role are over. */
  inTurn<T>(role: string, play: () => Promise<T>): Promise<T> {
    const playing = (this.#last.get(role) ?? Promise.resolve()).then(play);
    this.#last.set(
      role,
      playing.catch(() => {}),
    );
    return playing;
  }

  /** Resolves when no play of the role gets all CPU time, nor waits for it. */
  async over(role: string): Promise<void> {
    for (let last = this.#last.get(role); last !== undefined; ) {
      await last;
      const next = this.#last.get(role);
      last = next === last ? undefined : next;
    }
  }

  /** Claims the first of these plays for one that begins now, until the returned function is called; null if there was one before. */
  claim(role: string): (() => void) | null {
    if (this.#last.has(role)) return null;
    let end = () => {};
    this.#last.set(
      role,
      new Promise<void>((resolve) => {
        end = resolve;
      }),
    );
    return end;
  }
}
