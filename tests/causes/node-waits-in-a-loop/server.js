const net = require("net");

const port = Number(process.argv[process.argv.indexOf("--port") + 1]);
net
  .createServer((socket) => {
    let data = null;
    socket.on("data", (bytes) => {
      data = bytes;
    });
    while (data === null);
    socket.end(data);
  })
  .listen(port, "localhost");
