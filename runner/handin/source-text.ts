import { extname } from "node:path/posix";
import { languageOfEnding } from "../launchers/source-language.ts";

/**
 * A source file in the form that its interpreter needs: without byte-order mark, and in scripts without CR at line ends, because
 * `#!/bin/sh\r` does not name a program. Any other file is data and stays unchanged.
 */
export function normaliseSource(name: string, bytes: Buffer): Buffer {
  const extension = extname(name).toLowerCase();
  const body = bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  if (extension === "" && body.subarray(0, 2).toString("latin1") === "#!") return withoutCarriageReturns(body);
  const language = languageOfEnding(extension);
  if (language === undefined) return bytes;
  return language.source.isBrokenByCarriageReturns ? withoutCarriageReturns(body) : body;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function withoutCarriageReturns(bytes: Buffer): Buffer {
  if (!bytes.includes("\r\n")) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
