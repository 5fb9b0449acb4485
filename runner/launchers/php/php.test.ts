import { describe, expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { namedErrorIn, placesIn, stackTraceIn } from "../read-output.ts";
import { runsAlone, socketUse } from "../read-source.ts";
import { blankOut } from "../support/blank-out.ts";
import { php } from "./php.ts";

it("checks the files that a program includes", () => {
  const tree = sampleTree({
    "src/server.php": "<?php\nrequire_once __DIR__ . '/lib/echo.php';\ninclude 'config.php';\n// require 'no.php';\n",
    "src/lib/echo.php": "<?php",
    "src/config.php": "<?php",
    "src/no.php": "",
  });
  const checked = php.plan(tree).build.map(({ argv }) => argv.at(-1));
  expect(checked).toEqual(["src/server.php", "src/lib/echo.php", "src/config.php"]);
});

itRuns({
  PHP: { "server.php": "<?php require 'w.php';\necho \"$w $argv[1]\\n\";\n", "w.php": "<?php $w = 'ok';" },
  "PHP with sockets": { "server.php": "<?php echo function_exists('socket_create') ? 'ok' : 'no', ' ', $argv[1];" },
});

itReports([[{ "server.php": "<?php\n$x = ;\n" }, "server.php on line 2"]]);

describe("a PHP source", () => {
  it.each([
    ["$s = socket_create(AF_INET, SOCK_STREAM, SOL_TCP); socket_bind($s, $h, 1); socket_listen($s);", ["tcp-server"]],
    ["$s = socket_create(AF_INET, SOCK_STREAM, 0); socket_connect($s, $h, 1);", ["tcp-client"]],
    ["$s = stream_socket_server('tcp://0.0.0.0:1'); stream_socket_accept($s);", ["tcp-server"]],
    ["$s = stream_socket_server($address); while ($c = stream_socket_accept($s)) {}", ["tcp-server"]],
    ["$s = stream_socket_client('tcp://localhost:1');", ["tcp-client"]],
    ["$s = fsockopen('localhost', 1);", ["tcp-client"]],
    ["$s = fsockopen('udp://localhost', 1);", ["udp-client"]],
    ["$s = stream_socket_server('udp://0.0.0.0:1', $e, $m, STREAM_SERVER_BIND);", ["udp-server"]],
    ["$s = socket_create(AF_INET, SOCK_DGRAM, SOL_UDP); socket_bind($s, '0.0.0.0', $port);", ["udp-server"]],
    ["$s = socket_create(AF_INET, SOCK_DGRAM, SOL_UDP); socket_bind($s, '0.0.0.0');", ["udp-client"]],
    ["$s = socket_create(AF_INET, SOCK_DGRAM, SOL_UDP); socket_sendto($s, $m, 1, 0, $h, 1);", ["udp-client"]],
    ["# socket_listen($s);\n/* socket_accept($s) */ echo 'socket_connect(';", []],
  ])("%s", (code, does) => {
    expect(socketUse("server.php", `<?php\n${code}`)).toEqual(does);
  });

  it("is read as PHP reads it", () => {
    const source = "<h1>a</h1>\n<?php $x = 'a\nb'; // c ?> text <?= $y; #[Pure]\n$z = <<<END\n  q ' \n  END;\n";
    const code = blankOut(source, php.source.syntax);
    expect(code.replace(/\s+/g, " ").trim()).toBe("$x = ' '; $y; #[Pure] $z = ;");
    expect(code.replace(/[^\n]/g, "x")).toBe(source.replace(/[^\n]/g, "x"));
  });

  it.each([
    ["function f() {\n  echo 1;\n}\nconst PORT = 5000;\n$limit = 5;\nrequire 'x.php';\nini_set('a', 'b');\n", false],
    ["$server = stream_socket_server($address);\n", true],
    ["serve(5000);\n", true],
    ["Server::run();\n", true],
    ["(new Server())->run();\n", true],
    ["while (true) {\n}\n", true],
  ])("%j does something when it is started: %s", (code, does) => {
    expect(runsAlone("x.php", `<?php\n${code}`)).toBe(does);
  });
});

it("reads what PHP prints of an error", () => {
  const output =
    "Fatal error: Uncaught RuntimeException: no in /home/student/a.php:2\nStack trace:\n#0 /home/student/a.php(3): f()\n#1 {main}\n  thrown in /home/student/a.php on line 2\n";
  const [first = "", , frame = "", , last = ""] = output.split("\n");
  expect(stackTraceIn(output)).toBe(first);
  expect(namedErrorIn(output)).toBe(first);
  expect(placesIn(frame)).toEqual([{ path: "/home/student/a.php", line: 3 }]);
  expect(placesIn(last)).toEqual([{ path: "/home/student/a.php", line: 2 }]);
  expect(stackTraceIn("Warning: socket_bind(): Unable to bind address [98]: x in a.php on line 4\n")).toBeNull();
});
