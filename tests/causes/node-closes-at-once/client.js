const dgram = require("dgram");
const port = Number(process.argv[3]);
const s = dgram.createSocket("udp4");
s.send("halo", port, "localhost");
s.close();
s.on("message", (msg) => {
  console.log(msg.toString());
});
