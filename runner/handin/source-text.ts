import { extname } from "node:path/posix";

/**
 * A source file as its interpreter wants it: no byte-order mark, and in scripts no CR at the line ends, for `#!/bin/sh\r` names
 * no program. Any other file is data and stays as it is, byte for byte.
 */
export function normaliseSource(name: string, bytes: Buffer): Buffer {
  const extension = extname(name).toLowerCase();
  const body = bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  const hasShebang = extension === "" && body.subarray(0, 2).toString("latin1") === "#!";
  if (hasShebang || scripts.has(extension)) return withoutCarriageReturns(body);
  return otherSources.has(extension) ? body : bytes;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const scripts = new Set([".py", ".pyw", ".sh", ".bash", ".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".pl", ".rb"]);
const otherSources = new Set([".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".java", ".go", ".rs"]);

function withoutCarriageReturns(bytes: Buffer): Buffer {
  if (!bytes.includes("\r\n")) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
