/** A queue of bytes that a peer has received and no step has taken yet. */
export class Inbox {
  /** Bytes before `#from` were taken and are never overwritten, because the caller of `take` holds a view of them, not a copy. */
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

  /** All waiting bytes as one buffer, without taking them and without copying. */
  peek(): Buffer {
    return this.#buffer.subarray(this.#from, this.#to);
  }

  /** Removes and returns the first bytes. */
  take(length: number): Buffer {
    const taken = this.peek().subarray(0, length);
    this.#from += taken.length;
    return taken;
  }

  /** Doubles the buffer, so that each byte is copied at most twice in all. */
  #grow(more: number): void {
    const waiting = this.peek();
    this.#buffer = Buffer.allocUnsafe(Math.max(2 * waiting.length, waiting.length + more, leastBytes));
    this.#from = 0;
    this.#to = waiting.copy(this.#buffer);
  }
}

const leastBytes = 1024;
