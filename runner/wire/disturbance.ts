import { setTimeout as delay } from "node:timers/promises";

/** What may happen to datagrams on their way; shares are from 0 to 1. */
export interface Disturbance {
  /** How many of the first datagrams are lost. */
  loseFirst: number;
  lose: number;
  duplicate: number;
  /** Least and most delay; datagrams whose delays differ overtake one another. */
  delayMs: readonly [number, number];
}

/** One direction of a line that loses, duplicates and delays datagrams at random. */
export class DisturbedLine {
  readonly #disturbance: Disturbance;
  readonly #draw: () => number;
  /** Called with each delayed delivery, so that waiting steps know that datagrams are still on their way. */
  readonly #during: (delivery: Promise<void>) => Promise<void>;
  #carried = 0;

  /** @param draw gives numbers from 0 (included) to 1 (excluded); the same seed gives the same numbers */
  constructor(
    disturbance: Disturbance,
    draw: () => number,
    during: (delivery: Promise<void>) => Promise<void> = (delivery) => delivery,
  ) {
    this.#disturbance = disturbance;
    this.#draw = draw;
    this.#during = during;
  }

  /** The delay of each copy of the next datagram, in milliseconds; an empty list when the datagram is lost. */
  next(): number[] {
    this.#carried += 1;
    // Every datagram takes the same number of draws: what happens to one does not change what happens to the next.
    const [lost, doubled, first, second] = [this.#draw(), this.#draw(), this.#draw(), this.#draw()];
    const { loseFirst, lose, duplicate } = this.#disturbance;
    if (this.#carried <= loseFirst || lost < lose) return [];
    return doubled < duplicate ? [this.#delayMs(first), this.#delayMs(second)] : [this.#delayMs(first)];
  }

  /** Delivers each copy of the next datagram; resolves after the copies without a delay were delivered. */
  async carry(deliver: () => void | Promise<void>, lost: () => void): Promise<void> {
    const copies = this.next();
    if (copies.length === 0) lost();
    for (const delayMs of copies) {
      if (delayMs === 0) await deliver();
      else void this.#during(delay(delayMs).then(deliver));
    }
  }

  #delayMs(drawn: number): number {
    const [least, most] = this.#disturbance.delayMs;
    return least + drawn * (most - least);
  }
}
