// Prints the server's greeting, then sends a message.
//
//     client.ts

import { connect } from "node:net";

const host = "192.168.0.1";
const port = 12345;

let greeting = Buffer.alloc(0);

// allowHalfOpen: the server's end must not end our side too, for the message is still to be sent.
const connection = connect({ host, port, allowHalfOpen: true })
  .on("data", (data) => {
    greeting = Buffer.concat([greeting, data]);
  })
  // The greeting may come in pieces; it is complete when the server stops sending.
  .on("end", () => {
    console.log(greeting.toString());
    connection.end("Hai server, client ingin berkomunikasi.\n");
  })
  .on("error", (error: NodeJS.ErrnoException) => {
    console.error(`${host} port ${port}: ${error.message || error.code}`);
    process.exitCode = 1;
  });
