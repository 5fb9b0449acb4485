import stringWidth from "string-width";

/** Colours text, or leaves it unchanged. */
export type Paint = (words: string) => string;

/** A line of a picture made of characters; text can be put at any column and replaces what was there. */
export class Line {
  readonly #cells: Cell[];

  constructor(columns: number) {
    this.#cells = Array.from({ length: Math.max(0, columns) }, () => blank);
  }

  /** Writes from a column on, and drops what does not fit into the line. */
  put(column: number, words: string, paint: Paint = asItIs): this {
    let at = column;
    for (const { segment } of characters.segment(words)) {
      const columns = stringWidth(segment);
      if (columns === 0 && at > column) this.#join(at - 1, segment);
      else if (columns > 0 && this.#replace(at, segment, columns, paint)) at += columns;
      else if (columns > 0) break;
    }
    return this;
  }

  /** Fills the columns from `from` up to, but not including, `to` with a sign. */
  fill(from: number, to: number, sign: string, paint: Paint = asItIs): this {
    return this.put(from, sign.repeat(Math.max(0, to - from)), paint);
  }

  /** The character at a column. */
  at(column: number): string {
    return this.#cells[column]?.sign ?? "";
  }

  toString(): string {
    const end = this.#cells.findLastIndex(({ sign }) => sign !== " " && sign !== "") + 1;
    const runs: { signs: string; paint: Paint }[] = [];
    for (const { sign, paint } of this.#cells.slice(0, end)) {
      const last = runs.at(-1);
      if (last?.paint === paint) last.signs += sign;
      else runs.push({ signs: sign, paint });
    }
    return runs.map(({ signs, paint }) => paint(signs)).join("");
  }

  #replace(at: number, sign: string, columns: number, paint: Paint): boolean {
    if (at < 0 || at + columns > this.#cells.length) return false;
    for (let column = at; column < at + columns; column++) this.#clear(column);
    this.#cells[at] = { sign, paint };
    // The further columns of a wide character are empty.
    for (let column = at + 1; column < at + columns; column++) this.#cells[column] = { sign: "", paint };
    return true;
  }

  /** Half a wide character cannot stay. */
  #clear(column: number): void {
    for (let start = column; start > 0 && this.at(start) === ""; start--) this.#cells[start - 1] = blank;
    for (let next = column + 1; next < this.#cells.length && this.at(next) === ""; next++) this.#cells[next] = blank;
  }

  #join(column: number, mark: string): void {
    let start = column;
    while (start > 0 && this.at(start) === "") start--;
    const cell = this.#cells[start];
    if (cell) this.#cells[start] = { ...cell, sign: cell.sign + mark };
  }
}

interface Cell {
  sign: string;
  paint: Paint;
}

const asItIs: Paint = (words) => words;
const blank: Cell = { sign: " ", paint: asItIs };
const characters = new Intl.Segmenter();
