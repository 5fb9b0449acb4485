// Answers pings in capital letters, and loses about three in ten.
//
//     server.ts 12000

import { createSocket } from "node:dgram";

const socket = createSocket("udp4");
socket.on("message", (message, { port, address }) => {
  if (Math.random() >= 0.3) socket.send(message.toString().toUpperCase(), port, address);
});
socket.bind(Number(process.argv[2]));
