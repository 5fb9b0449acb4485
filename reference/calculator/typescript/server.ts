// A calculator over TCP: a line for a question, a line for its answer.
//
//     server.ts 5000

import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { answer } from "./calculate.ts";

createServer((client) => {
  client.on("error", (error) => console.error(`lost a client: ${error.message}`));
  createInterface({ input: client }).on("line", (question) => client.write(`${answer(question)}\n`));
}).listen(Number(process.argv[2]));
