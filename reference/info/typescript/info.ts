import { lookups } from "./lookups.ts";

const [command = "", ...words] = process.argv.slice(2);
const look = lookups[command === "local-ip" ? "ip" : command];
const needed = { resolve: 1, reverse: 1, service: 1 }[command] ?? 0;

if (look === undefined || words.length < needed) {
  console.error("usage: info hostname | local-ip | resolve NAME | reverse ADDRESS | service NAME [PROTOCOL]");
  process.exitCode = 2;
} else {
  try {
    console.log(await look(...words));
  } catch (error) {
    console.error(`${[command, ...words].join(" ")}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
