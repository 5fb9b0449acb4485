// A proxy for HTTP.
//
//     proxy.ts 8888

import { connect, createServer, type Socket } from "node:net";

createServer((client) => {
  let waiting = "";
  client.on("error", (error) => console.error(`lost a client: ${error.message}`));
  client.on("data", (bytes) => {
    waiting += bytes.toString("latin1");
    const end = waiting.indexOf("\r\n\r\n");
    if (end < 0) return;
    client.removeAllListeners("data");
    forward(waiting.slice(0, end).split("\r\n"), client);
  });
}).listen(Number(process.argv[2]));

function forward([first = "", ...lines]: string[], client: Socket): void {
  const [method, target = ""] = first.split(" ");
  const url = new URL(target);
  const fields = lines.filter((line) => !/^(host|connection|proxy-connection):/i.test(line));
  const origin = connect(Number(url.port || 80), url.hostname);
  let isConnected = false;
  origin.on("connect", () => {
    isConnected = true;
    const head = [`${method} ${url.pathname}${url.search} HTTP/1.1`, `Host: ${url.host}`, ...fields, "Connection: close"];
    origin.write(`${head.join("\r\n")}\r\n\r\n`, "latin1");
    origin.pipe(client);
  });
  origin.on("error", () => client.end(isConnected ? "" : "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"));
}
