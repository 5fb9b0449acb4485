/**
 * A source without its comments, and without the texts of Python that stand alone as such; the lines keep their
 * numbers.
 */
export function codeOf(file: string, text: string): string {
  const [, ending = ""] = /\.(\w+)$/.exec(file) ?? [];
  const withoutHashes = /^(?:py|pyw|rb|pl|sh|php)$/.test(ending);
  const withoutSlashes = !/^(?:py|pyw|rb|pl|sh)$/.test(ending);
  let code = text;
  if (/^pyw?$/.test(ending)) code = code.replace(/^[ \t]*("""|''')[\s\S]*?\1/gm, onlyLines);
  if (withoutHashes) code = code.replace(/(?<=^|\s)#.*/gm, "");
  return withoutSlashes ? code.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/gm, onlyLines) : code;
}

function onlyLines(text: string): string {
  return text.replace(/[^\n]+/g, "");
}
