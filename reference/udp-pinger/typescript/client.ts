// Sends ten pings and says how long each took.
//
//     client.ts localhost 12000

import { createSocket } from "node:dgram";

const [host = "localhost", port = "12000"] = process.argv.slice(2);
const socket = createSocket("udp4");
let lost = 0;

/** Milliseconds until the answer came; null when none came within a second. */
function ping(number: number): Promise<number | null> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(null), 1000);
    const onMessage = (answer: Buffer) => {
      if (answer.toString().toUpperCase().startsWith(`PING ${number} `)) end(performance.now() - startedMs);
    };
    const end = (result: number | null) => {
      clearTimeout(timer);
      socket.off("message", onMessage);
      resolve(result);
    };
    socket.on("message", onMessage);
    socket.send(`Ping ${number} ${Date.now()}`, Number(port), host);
  });
}

for (let number = 1; number <= 10; number++) {
  const tookMs = await ping(number);
  if (tookMs === null) lost += 1;
  console.log(tookMs === null ? `${number}: Request timed out` : `${number}: round trip ${tookMs.toFixed(3)} ms`);
}
console.log(`${lost * 10} % lost`);
socket.close();
