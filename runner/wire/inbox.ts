/** Bytes that a peer received and that no step has taken yet. */
export class Inbox {
  /** What was taken lies in front of `#from`, and is never written again: whoever took it may still look at it. */
  #buffer: Buffer = Buffer.alloc(0);
  #from = 0;
  #to = 0;

  /** Bytes waiting to be taken. */
  get length(): number {
    return this.#to - this.#from;
  }

  add(bytes: Buffer): void {
    if (this.#to + bytes.length > this.#buffer.length) this.#grow(bytes.length);
    this.#to += bytes.copy(this.#buffer, this.#to);
  }

  /** All that waits, as one buffer, left where it is. Costs nothing, however many pieces it came in. */
  peek(): Buffer {
    return this.#buffer.subarray(this.#from, this.#to);
  }

  /** Removes and returns the first bytes. */
  take(length: number): Buffer {
    const taken = this.peek().subarray(0, length);
    this.#from += taken.length;
    return taken;
  }

  /** Twice what is there, so that each byte is copied once or twice in all. */
  #grow(more: number): void {
    const waiting = this.peek();
    this.#buffer = Buffer.allocUnsafe(Math.max(2 * waiting.length, waiting.length + more, leastBytes));
    this.#from = 0;
    this.#to = waiting.copy(this.#buffer);
  }
}

const leastBytes = 1024;
