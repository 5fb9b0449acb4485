const net = require("net");
const readline = require("readline");
const port = Number(process.argv[3]);
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
const s = net.connect(port, "localhost");
rl.question("> ", (line) => {
  s.write(line + "\n");
});
s.on("data", (data) => {
  console.log(data.toString());
});
s.setTimeout(5000, () => { console.log("waktu habis"); process.exit(1); });
s.on("error", (e) => { console.log(e.message); process.exit(1); });
