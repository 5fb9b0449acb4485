// Blocked for good: a server without clients.
require("node:net")
  .createServer()
  .listen(0, "127.0.0.1", () => console.log("ready"));
