// Greets every client as soon as it connects.
//
//     server.ts

import { createServer } from "node:net";

const port = 12345;

createServer((client) => {
  console.log(`Connected: ${client.remoteAddress}`);
  // Nothing is received first: in this protocol the server begins. end() sends this and closes.
  client.end("Terima kasih telah terhubung.\n");
  // What the client may still say is read and dropped, so that its end is noticed.
  client.resume();
  client.on("error", (error) => console.log(`The client has gone: ${error.message}`));
})
  .on("error", (error) => {
    console.error(`Cannot listen on port ${port}: ${error.message}`);
    process.exit(1);
  })
  .listen(port, "0.0.0.0", () => console.log(`Listening on port ${port}`));
