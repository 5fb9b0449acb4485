const net = require("net");
const i = process.argv.indexOf("--port");
const port = Number(process.argv[i + 1]);
net.createServer({ allowHalfOpen: true }, (socket) => {
  socket.on("data", (data) => socket.write(data));
  socket.on("end", () => console.log("client selesai"));
  socket.on("error", () => {});
}).listen(port, "localhost");
