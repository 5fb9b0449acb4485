import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Locate, Path, Position } from "./problem.ts";
import { tooMuch, yamlErrorMessage } from "./yaml-error-message.ts";

/** A parsed YAML text: its data, and the position of each part. */
export interface YamlSource {
  /** The document as plain data; undefined if its syntax errors do not allow that. */
  value: unknown;
  locate: Locate;
  syntaxErrors: (Position & { message: string })[];
}

/** Parses one YAML 1.2 document. Syntax errors are returned, not thrown. */
export function parseYamlSource(text: string): YamlSource {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const errors = syntaxErrors(document);
    return {
      value: errors.every(({ harmless }) => harmless) ? document.toJS() : undefined,
      locate: (path, at = "value") => position(offsetOf(document, lines, path, at)),
      syntaxErrors: errors.map(({ offset, message }) => ({ ...position(offset), message })),
    };
  } catch {
    // Aliases that expand without bound are refused only when the document is converted to data.
    return { value: undefined, locate: () => position(0), syntaxErrors: [{ ...position(0), message: tooMuch }] };
  }
}

interface SyntaxError {
  offset: number;
  message: string;
  /** Warnings, despite which the data can be read. */
  harmless: boolean;
}

function syntaxErrors(document: Document.Parsed): SyntaxError[] {
  const found = [...document.errors, ...document.warnings].map((error) => fromParser(document, error));
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      const message = `\`*${alias.source}\` is used here but never defined: put a text that begins with * in quotation marks`;
      found.push({ offset: start(alias), message, harmless: false });
    },
    Pair(_, pair) {
      if (!isCollection(pair.key)) return;
      const message = "a key must be a plain word, not a list or a map: put it in quotation marks";
      found.push({ offset: start(pair.key), message, harmless: false });
    },
  });
  return oneCause(found);
}

function fromParser(document: Document.Parsed, error: YAMLError): SyntaxError {
  const duplicate = error.code === "DUPLICATE_KEY" ? duplicateKey(document, error.pos[0]) : undefined;
  return {
    offset: error.code === "RESOURCE_EXHAUSTION" ? 0 : error.pos[0],
    message: yamlErrorMessage(error, duplicate),
    harmless: error.code === "DUPLICATE_KEY",
  };
}

function duplicateKey(document: Document.Parsed, offset: number): string | undefined {
  let name: string | undefined;
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || start(pair.key) !== offset) return undefined;
      name = String(pair.key.value);
      return visit.BREAK;
    },
  });
  return name;
}

/** One mistake leads to many parser errors: only the first is shown. */
function oneCause(errors: SyntaxError[]): SyntaxError[] {
  const firstBroken = errors.filter(({ harmless }) => !harmless).sort((a, b) => a.offset - b.offset)[0];
  return errors.filter((error) => error.harmless || error === firstBroken);
}

function offsetOf(document: Document.Parsed, lines: LineCounter, path: Path, at: "key" | "value"): number {
  let node: unknown = document.contents;
  let offset = start(node);
  for (const [depth, part] of path.entries()) {
    const { key, value } = child(resolved(document, node), part);
    if (key === undefined) return offset;
    offset = start(key);
    const wanted = at === "value" && depth === path.length - 1 && !(isScalar(value) && value.value === null);
    // For a block below its key the position of the key is shown.
    if (wanted && lines.linePos(start(value)).line === lines.linePos(offset).line) return start(value);
    node = value;
  }
  return offset;
}

function child(node: unknown, part: string | number): { key?: unknown; value?: unknown } {
  if (isSeq(node)) return { key: node.items[Number(part)], value: node.items[Number(part)] };
  if (!isMap(node)) return {};
  const pair = node.items.find((item: Pair) => isPair(item) && isScalar(item.key) && String(item.key.value) === part);
  return pair ? { key: pair.key, value: pair.value } : {};
}

function resolved(document: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function start(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
