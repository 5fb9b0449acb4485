import { EventEmitter } from "node:events";

/** The program's side of a connection: it can send and end it, and keeps what it receives. */
export class FakeLine extends EventEmitter {
  readonly localPort = 40_000;
  readonly remotePort = 5000;
  readonly writable = true;
  readonly readableLength = 0;
  destroyed = false;
  closed = false;
  /** finish: the peer shut down writing; reset: it reset the connection. */
  seen: "finish" | "reset" | null = null;
  readonly came: Buffer[] = [];

  sends(text: string | Buffer): void {
    this.emit("data", Buffer.from(text));
  }

  closes(): void {
    this.emit("end");
  }

  resets(): void {
    this.emit("error", new Error("ECONNRESET"));
  }

  /** Everything it received, as text. */
  get text(): string {
    return Buffer.concat(this.came).toString();
  }

  write(bytes: Buffer, done: () => void): void {
    this.came.push(Buffer.from(bytes));
    done();
  }

  end(): void {
    this.seen = "finish";
  }

  destroySoon(): void {
    this.destroyed = true;
    this.closed = true;
  }

  resetAndDestroy(): void {
    this.seen = "reset";
    this.destroySoon();
  }

  setNoDelay(): void {}

  resume(): void {}

  pause(): void {}
}
