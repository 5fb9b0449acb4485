/** A queue of bytes that a peer has received and no step has taken yet. */
export class Inbox {
  /** Bytes before `#from` were taken and are never overwritten, because the caller of `take` holds a view of them, not a copy. */
  #buffer: Buffer = Buffer.alloc(0);
  #from = 0;
  #to = 0;
  /** What was added last; it is joined to the rest when somebody looks, which for most queues nobody does. */
  #added: Buffer[] = [];
  #addedBytes = 0;

  /** Bytes waiting to be taken. */
  get length(): number {
    return this.#to - this.#from + this.#addedBytes;
  }

  /** Adds bytes, which the caller must not change afterwards. */
  add(bytes: Buffer): void {
    this.#added.push(bytes);
    this.#addedBytes += bytes.length;
    if (this.#added.length >= mostAdded) this.#join();
  }

  /** All waiting bytes as one buffer, without taking them and without copying. */
  peek(): Buffer {
    this.#join();
    return this.#buffer.subarray(this.#from, this.#to);
  }

  /** Removes and returns the first bytes. */
  take(length: number): Buffer {
    const taken = this.peek().subarray(0, length);
    this.#from += taken.length;
    return taken;
  }

  #join(): void {
    const [first, second] = this.#added;
    if (first === undefined) return;
    if (second === undefined && this.#from === this.#to) {
      [this.#buffer, this.#from, this.#to] = [first, 0, first.length];
    } else {
      if (this.#to + this.#addedBytes > this.#buffer.length) this.#grow();
      for (const bytes of this.#added) this.#to += bytes.copy(this.#buffer, this.#to);
    }
    [this.#added, this.#addedBytes] = [[], 0];
  }

  /** Doubles the buffer, so that each byte is copied at most twice in all. */
  #grow(): void {
    const waiting = this.#buffer.subarray(this.#from, this.#to);
    this.#buffer = Buffer.allocUnsafe(Math.max(2 * waiting.length, waiting.length + this.#addedBytes, leastBytes));
    this.#from = 0;
    this.#to = waiting.copy(this.#buffer);
  }
}

const leastBytes = 1024;

/** A program that sends single bytes must not make the list of them longer than the bytes. */
const mostAdded = 64;
