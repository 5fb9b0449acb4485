// Waits by itself: a timer beside a server.
require("node:net")
  .createServer()
  .listen(0, "127.0.0.1", () => {
    setTimeout(() => {}, 10_000);
    console.log("ready");
  });
