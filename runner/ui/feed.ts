import { randomUUID } from "node:crypto";

/** A published message, with the id by which a reader says how far it has read. */
export interface Published<M> {
  id: string;
  message: M;
}

/**
 * Messages for any number of readers. A reader that reconnects says what it read last and gets what it missed; if that
 * message is no longer kept, or is from an earlier process, it gets one message with the whole state.
 */
export class Feed<M> {
  /** Distinguishes the ids of this process from those of an earlier one. */
  readonly #life = randomUUID().slice(0, 8);
  readonly #readers = new Set<(published: Published<M>) => void>();
  readonly #kept: Published<M>[] = [];
  readonly #whole: () => M;
  #last = 0;

  /** @param whole a message with the whole state, for new readers */
  constructor(whole: () => M) {
    this.#whole = whole;
  }

  /** Id of the latest message. */
  get lastId(): string {
    return `${this.#life}.${this.#last}`;
  }

  publish(message: M): void {
    this.#last += 1;
    const published = { id: this.lastId, message };
    this.#kept.push(published);
    if (this.#kept.length > mostKept) this.#kept.splice(0, mostKept / 2);
    for (const reader of this.#readers) reader(published);
  }

  /** Calls `reader` with all messages since `after`, and with every new one until the returned function is called. */
  read(after: string | undefined, reader: (published: Published<M>) => void): () => void {
    for (const missed of this.#missed(after)) reader(missed);
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** Number of readers. */
  get readers(): number {
    return this.#readers.size;
  }

  #missed(after: string | undefined): Published<M>[] {
    if (after === this.lastId) return [];
    const at = this.#kept.findIndex(({ id }) => id === after);
    return at === -1 ? [{ id: this.lastId, message: this.#whole() }] : this.#kept.slice(at + 1);
  }
}

/** A run of a large lab publishes a few hundred. */
const mostKept = 2_000;
