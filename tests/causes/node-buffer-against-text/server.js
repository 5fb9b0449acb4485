const net = require("net");
const server = net.createServer((socket) => {
  socket.on("data", (data) => {
    console.log("Pesan dari client: " + data);
    if (data === "Halo, server!") {
      socket.write("Pesan diterima!");
    }
    socket.end();
    server.close();
  });
});
server.listen(12345, "127.0.0.1");
