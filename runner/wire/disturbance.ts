/** What may happen to datagrams on their way; shares are from 0 to 1. */
export interface Disturbance {
  /** So many datagrams at the beginning are lost. */
  loseFirst: number;
  lose: number;
  duplicate: number;
  /** Least and most delay; datagrams whose delays differ overtake one another. */
  delayMs: readonly [number, number];
}

/** One way of a line that loses, doubles and delays datagrams as the drawn numbers say. */
export class DisturbedLine {
  readonly #disturbance: Disturbance;
  readonly #draw: () => number;
  /** Tells whoever waits for datagrams that some are still on their way. */
  readonly during: (delivery: Promise<void>) => Promise<void>;
  #carried = 0;

  /** @param draw numbers from 0 to below 1, the same again under the same seed */
  constructor(
    disturbance: Disturbance,
    draw: () => number,
    during: (delivery: Promise<void>) => Promise<void> = (delivery) => delivery,
  ) {
    this.#disturbance = disturbance;
    this.#draw = draw;
    this.during = during;
  }

  /** After how many milliseconds each copy of the next datagram arrives; none when it is lost. */
  next(): number[] {
    this.#carried += 1;
    // Always the same number of draws, so that one datagram's luck does not change the next one's.
    const [lost, doubled, first, second] = [this.#draw(), this.#draw(), this.#draw(), this.#draw()];
    const { loseFirst, lose, duplicate } = this.#disturbance;
    if (this.#carried <= loseFirst || lost < lose) return [];
    return doubled < duplicate ? [this.#delayMs(first), this.#delayMs(second)] : [this.#delayMs(first)];
  }

  #delayMs(drawn: number): number {
    const [least, most] = this.#disturbance.delayMs;
    return least + drawn * (most - least);
  }
}
