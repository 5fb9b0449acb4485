import { ExpressionFault, type Fn, functions, toNumber } from "./functions.ts";

/** The texts to which a lab refers by name: draws, captured groups, the numbers of rounds of a `repeat`. */
export type Values = Readonly<Record<string, string>>;

/** The content of `{upper(name)}`: a calculation with numbers, texts, names and the functions of `functions.ts`. */
export type Expression =
  | { kind: "value"; value: string }
  | { kind: "name"; name: string }
  | { kind: "call"; name: string; args: readonly Expression[] }
  | { kind: "sum"; sign: string; left: Expression; right: Expression };

/**
 * Parses an expression. The language has no loops and no access to anything but the given values.
 *
 * @throws ExpressionFault if it is not an expression
 */
export function parseExpression(source: string): Expression {
  const parser = new Parser(source);
  const whole = parser.sum();
  parser.end();
  return whole;
}

/** The names that an expression needs. */
export function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "value":
      return [];
    case "name":
      return [expression.name];
    case "call":
      return expression.args.flatMap(namesIn);
    case "sum":
      return [...namesIn(expression.left), ...namesIn(expression.right)];
  }
}

/**
 * The value of an expression.
 *
 * @throws ExpressionFault if a name has no value, or if a value must be a number and is not
 */
export function evaluate(expression: Expression, values: Values): string {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "name": {
      const value = values[expression.name];
      if (value === undefined) throw new ExpressionFault(`\`${expression.name}\` has no value yet`);
      return value;
    }
    case "call":
      return call(
        expression.name,
        expression.args.map((each) => evaluate(each, values)),
      );
    case "sum":
      return calculate(expression.sign, evaluate(expression.left, values), evaluate(expression.right, values));
  }
}

function calculate(sign: string, left: string, right: string): string {
  const [a, b] = [toNumber(left, sign), toNumber(right, sign)];
  if ((sign === "/" || sign === "%") && b === 0) throw new ExpressionFault("divides by 0");
  const result = { "+": a + b, "-": a - b, "*": a * b, "/": a / b, "%": a % b }[sign];
  return String(result);
}

function call(name: string, args: readonly string[]): string {
  const found = functions[name];
  if (found === undefined) throw new ExpressionFault(`there is no function \`${name}\``);
  return found.of(args);
}

const tokens = /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([a-z][a-zA-Z0-9_]*(?:-[a-zA-Z0-9_]+)*)|([-+*/%(),]))/y;

/** A recursive-descent parser: a sum consists of products, a product of values and bracketed sums. */
class Parser {
  readonly #source: string;
  readonly #tokens: RegExpExecArray[] = [];
  #next = 0;

  constructor(source: string) {
    this.#source = source;
    tokens.lastIndex = 0;
    for (let at = 0; source.slice(at).trim() !== ""; at = tokens.lastIndex) {
      tokens.lastIndex = at;
      const token = tokens.exec(source);
      if (token === null) throw this.#fault();
      this.#tokens.push(token);
    }
  }

  sum(): Expression {
    return this.#chain(["+", "-"], () => this.#chain(["*", "/", "%"], () => this.#factor()));
  }

  end(): void {
    if (this.#next < this.#tokens.length) throw this.#fault();
  }

  #chain(signs: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let sign = this.#sign(signs); sign !== undefined; sign = this.#sign(signs)) {
      left = { kind: "sum", sign, left, right: operand() };
    }
    return left;
  }

  #factor(): Expression {
    const [, number, text, name, sign] = this.#tokens[this.#next++] ?? [];
    if (number !== undefined) return { kind: "value", value: number };
    if (text !== undefined) return { kind: "value", value: text };
    if (name !== undefined) return this.#sign(["("]) === undefined ? { kind: "name", name } : this.#call(name);
    if (sign === "-") return { kind: "sum", sign, left: { kind: "value", value: "0" }, right: this.#factor() };
    if (sign !== "(") throw this.#fault();
    const inner = this.sum();
    if (this.#sign([")"]) === undefined) throw this.#fault();
    return inner;
  }

  #call(name: string): Expression {
    const wanted = functions[name];
    if (wanted === undefined) {
      throw new ExpressionFault(
        `calls \`${name}\`, which is not a function: the functions are ${Object.keys(functions).join(", ")}`,
      );
    }
    const args = [this.sum()];
    while (this.#sign([","]) !== undefined) args.push(this.sum());
    if (this.#sign([")"]) === undefined) throw this.#fault();
    if (args.length < wanted.least || args.length > wanted.most) {
      throw new ExpressionFault(`gives \`${name}\` ${args.length} values: it takes ${countOf(wanted)}`);
    }
    return { kind: "call", name, args };
  }

  /** Takes the next token if it is one of these. */
  #sign(signs: readonly string[]): string | undefined {
    const sign = this.#tokens[this.#next]?.[4];
    if (sign === undefined || !signs.includes(sign)) return undefined;
    this.#next += 1;
    return sign;
  }

  #fault(): ExpressionFault {
    return new ExpressionFault(
      `cannot be read: \`{${this.#source}}\` is neither a name nor a sum of names and numbers`,
    );
  }
}

function countOf({ least, most }: Fn): string {
  return least === most ? String(least) : `${least} to ${most}`;
}
