/**
 * Translates a POSIX shell line that shows a student the fault into one for PowerShell on Windows, which has neither nc
 * nor printf: Node, which runs wirecheck, replaces them. Null when the line does something else.
 *
 * It understands `nc`, as a client or listening, with input from `printf` or `echo`, and lines that only start a
 * program.
 */
export function forPowerShell(line: string): string | null {
  const [, sender = "", options = "", host, port] = netcat.exec(line.trim()) ?? [];
  if (port === undefined) return /[|&;<>$()\x60']/.test(line) ? null : line;
  const sent = sender === "" ? "" : sentBy(sender);
  if (sent === null) return null;
  const isUdp = /(^|\s)-\w*u/.test(options);
  const listens = /(^|\s)-\w*l/.test(options);
  const address = host === undefined || host === "localhost" ? "127.0.0.1" : host;
  const script = (isUdp ? overUdp : overTcp)(sent, address, Number(port), listens);
  return `node -e "${script}"`;
}

const netcat =
  /^(?:((?:printf|echo)\s.+?)\s*\|\s*)?nc((?:\s+-\w+(?:\s+\d+(?=\s+\S))?)*)(?:\s+([a-z][\w.]*|[\d.]+\.\d+))?\s+(\d+)$/;

/** What the command prints, as the inside of a JavaScript string; null when only a shell can tell. */
function sentBy(command: string): string | null {
  const [, name, dashN, quoted, plain] = /^(printf|echo)\s+(-n\s+)?(?:'([^']*)'|([\w .,!?:/-]+))$/.exec(command) ?? [];
  const text = quoted ?? plain;
  if (name === undefined || text === undefined || /["$\x60]/.test(text)) return null;
  if (name === "echo") return `${escaped(text.trimEnd().replaceAll("\\", "\\\\"))}${dashN === undefined ? "\\n" : ""}`;
  if (text.includes("%")) return null;
  // The escapes of printf are those of JavaScript, except octal ones.
  return escaped(text.replaceAll(/\\([0-7]{1,3})/g, (_, digits: string) => hex(Number.parseInt(digits, 8))));
}

function escaped(text: string): string {
  return text.replaceAll("'", "\\'");
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}

function overTcp(sent: string, address: string, port: number, listens: boolean): string {
  const bytes = `Buffer.from('${sent}', ${/\\x/.test(sent) ? "'latin1'" : "'utf8'"})`;
  const talk = (socket: string) =>
    `${socket}.on('data', d => process.stdout.write(d))${sent === "" ? "" : `; ${socket}.end(${bytes})`}`;
  if (listens) return `require('net').createServer(s => { ${talk("s")} }).listen(${port})`;
  return `const s = require('net').connect(${port}, '${address}'); ${talk("s")}`;
}

function overUdp(sent: string, address: string, port: number, listens: boolean): string {
  const shown = "s.on('message', m => process.stdout.write(m))";
  const socket = `const s = require('dgram').createSocket('udp4'); ${shown}`;
  if (listens) return `${socket}; s.bind(${port})`;
  return `${socket}; s.send('${sent}', ${port}, '${address}'); setTimeout(() => s.close(), 3000)`;
}
