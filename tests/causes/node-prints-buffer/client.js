const net = require("net");
const port = parseInt(process.argv[3]);
const client = net.connect(port, "localhost");
client.write("halo dari client");
client.on("data", (data) => {
  console.log("Received:", data);
  client.destroy();
});
