const dgram = require("dgram");
const s = dgram.createSocket("udp4");
s.on("message", (msg, rinfo) => {
  console.log(`Pesan dari client: ${msg}`);
  s.send("Pesan diterima!", rinfo.address, rinfo.port);
});
s.bind(12345);
