// Asks for a mail and hands it to an SMTP server.
//
//     client.ts localhost 2525

import { connect } from "node:net";
import { hostname } from "node:os";
import { createInterface } from "node:readline";

const keyboard = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function ask(what: string): Promise<string> {
  process.stdout.write(what);
  return (await keyboard.next()).value ?? "";
}

const [sender, receiver, subject] = [await ask("From: "), await ask("To: "), await ask("Subject: ")];
process.stdout.write("Message:\n");
const lines: string[] = [];
for (let line = await ask(""); line !== "."; line = await ask("")) lines.push(line.replace(/^\./, ".."));

const server = connect(Number(process.argv[3]), process.argv[2]);
const replies = createInterface({ input: server })[Symbol.asyncIterator]();

async function readReply(): Promise<string> {
  for (;;) {
    const line: string = (await replies.next()).value ?? "the server has closed the connection";
    if (line[3] !== "-") return line;
  }
}

async function say(command: string): Promise<void> {
  server.write(`${command}\r\n`);
  const reply = await readReply();
  if (/^[23]/.test(reply)) return;
  server.end("QUIT\r\n");
  console.error(`The server refused the mail: ${reply}`);
  process.exit(1);
}

await readReply();
await say(`HELO ${hostname()}`);
await say(`MAIL FROM:<${sender}>`);
await say(`RCPT TO:<${receiver}>`);
await say("DATA");
await say([`From: ${sender}`, `To: ${receiver}`, `Subject: ${subject}`, "", ...lines, "."].join("\r\n"));
await say("QUIT");
server.end();
console.log("The mail was sent.");
process.exit(0);
