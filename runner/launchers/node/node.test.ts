import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";

itRuns({
  "JavaScript, CommonJS": {
    "server.js": "console.log(require('./w').w, process.argv[2]);\n",
    "w.js": "exports.w = 'ok';\n",
  },
  "JavaScript, ES module": { "server.js": "import { argv } from 'node:process';\nconsole.log('ok', argv[2]);\n" },
});

itReports([[{ "server.js": "import net from 'net';\nlet x = ;\n" }, "server.js:2:8"]]);
