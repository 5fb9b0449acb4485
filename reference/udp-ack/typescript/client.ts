// UDP client: sends one message and prints the answer.
//
//     client.ts

import { createSocket } from "node:dgram";

const host = "127.0.0.1";
const port = 12345;
const timeoutMs = 5000;

const client = createSocket("udp4")
  .on("message", (answer) => {
    console.log(`Balasan dari server: ${answer.toString()}`);
    // The time-out would keep the program alive, the open socket too.
    clearTimeout(timeout);
    client.close();
  })
  .on("error", (error) => fail(error.message));

// UDP promises no answer: without a limit the client would wait for ever.
const timeout = setTimeout(() => fail(`tidak ada balasan dalam ${timeoutMs / 1000} detik`), timeoutMs);

client.send("Halo, server!", port, host);

function fail(reason: string): never {
  console.error(`Gagal bertanya kepada ${host} port ${port}: ${reason}`);
  process.exit(1);
}
