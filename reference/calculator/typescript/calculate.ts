const operations: Record<string, (a: number, b: number) => number> = {
  ADD: (a, b) => a + b,
  SUB: (a, b) => a - b,
  MUL: (a, b) => a * b,
  DIV: (a, b) => a / b,
};

/** The result of a question such as ADD 2 3, or ERROR and a reason. */
export function answer(question: string): string {
  const [name = "", ...words] = question.trim().split(/\s+/);
  const operation = operations[name];
  if (operation === undefined) return `ERROR unknown operation ${name}`;
  if (words.length !== 2 || !words.every((word) => /^-?\d+$/.test(word))) return "ERROR write two whole numbers";
  const [a = 0, b = 0] = words.map(Number);
  return name === "DIV" && b === 0 ? "ERROR division by zero" : String(operation(a, b));
}
