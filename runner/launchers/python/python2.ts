import { blankOut, hashSyntax } from "../support/blank-out.ts";

/**
 * Numbers of the lines that only Python 2 understands: print statements, `except X, e:`, removed names. Empty for a
 * program that runs with Python 3, or with both because it checks the version.
 */
export function linesOfPython2(source: string): number[] {
  const code = blankOut(source, hashSyntax);
  const constructs = servesBoth.test(code) ? python2Syntax : [...python2Syntax, ...python2Names];
  return code.split("\n").flatMap((line, index) => (constructs.some((sign) => sign.test(line)) ? [index + 1] : []));
}

/** Signs that the source runs with both versions of Python: old names are fallbacks in it. */
const servesBoth = /\b(?:except\s*\(?\s*(?:ImportError|NameError|ModuleNotFoundError)|sys\s*\.\s*version_info)\b/;

const python2Syntax = [
  /(?:^|[:;])\s*print\s+(?!=|\(|in\b|is\b|and\b|or\b|if\b|for\b|not\b)[\w"'`[{-]/,
  /(?:^|[:;])\s*print\s*>>\s*[\w.]+\s*,/,
  /^\s*except\s+(?:[\w.]+|\([^)]*\))\s*,\s*\w+\s*:/,
  /(?:^|[:;])\s*raise\s+[\w.]+\s*,/,
  /(?:^|[:;])\s*exec\s+["'\w]/,
  /[\w)]\s*<>\s*[\w("']/,
  /`[^`]+`/,
  /(?<![\w.])\d+[lL]\b/,
];

const python2Names = [
  /(?<![\w.])(?:raw_input|xrange|unicode|unichr|execfile)\s*\(/,
  /\.(?:has_key|iteritems|itervalues|iterkeys)\s*\(/,
  /^\s*(?:import|from)\s+(?:SocketServer|Queue|ConfigParser|urllib2|thread|StringIO|cPickle|cStringIO|Tkinter)\b/,
];
