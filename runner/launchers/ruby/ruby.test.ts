import { describe, expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { namedErrorIn, placesIn, stackTraceIn, systemErrorIn } from "../read-output.ts";
import { runsAlone, socketUse } from "../read-source.ts";
import { ruby } from "./ruby.ts";

it("checks the files that a program requires", () => {
  const tree = sampleTree({
    "src/server.rb": "require 'socket'\nrequire_relative 'lib/echo'\nload 'config.rb'\n# require_relative 'no'\n",
    "src/lib/echo.rb": "",
    "src/config.rb": "",
    "src/no.rb": "",
  });
  const checked = ruby.plan(tree).build.flatMap(({ argv }) => (argv.includes("-c") ? argv.slice(-1) : []));
  expect(checked).toEqual(["src/server.rb", "src/lib/echo.rb", "src/config.rb"]);
});

itRuns({
  Ruby: { "server.rb": "require_relative 'w'\nputs \"#{W} #{ARGV[0]}\"\n", "w.rb": "W = 'ok'\n" },
  "Ruby that prints at once": {
    "server.rb": "puts 'ok ' + ARGV[0]\nProcess.kill(:KILL, Process.pid) unless $stdout.sync\n",
  },
});

itReports([[{ "server.rb": "require 'socket'\nx = = 1\n" }, "server.rb:2"]]);

describe("a Ruby source", () => {
  it.each([
    ["s = TCPServer.new 5000\nc = s.accept", ["tcp-server"]],
    ["Socket.tcp_server_loop(5000) { |c, _| c.close }", ["tcp-server"]],
    ["s = Socket.new :INET, :STREAM\ns.bind a\ns.listen 5", ["tcp-server"]],
    ["TCPSocket.open 'localhost', 5000", ["tcp-client"]],
    ["Socket.tcp('localhost', 5000) { |s| s.write 'x' }", ["tcp-client"]],
    ["s = UDPSocket.new\ns.bind '0.0.0.0', 5000", ["udp-server"]],
    ["s = UDPSocket.new\ns.bind('0.0.0.0', 0)\ns.send 'x', 0, h, 1", ["udp-client"]],
    ["s = UDPSocket.new\ns.connect h, 5000\ns.send 'x', 0", ["udp-client"]],
    ["Socket.udp_server_loop(5000) { |m, s| s.reply m }", ["udp-server"]],
    ["=begin\nTCPServer.new 1\n=end\nputs 'TCPSocket.new' # s.accept", []],
  ])("%s", (source, does) => {
    expect(socketUse("server.rb", source)).toEqual(does);
  });

  it.each([
    ["require 'socket'\nPORT = 5000\nclass Server\n  def run\n    loop { }\n  end\nend\n", false],
    ["def serve(port)\n  puts port\nend\n", false],
    ["Server.new(5000).run\n", true],
    ["server = TCPServer.new 5000\n", true],
    ["loop do\nend\n", true],
    ["class A\nend\nif __FILE__ == $0\n  A.new\nend\n", true],
    ["serve 5000\n", true],
  ])("%j does something when it is started: %s", (source, does) => {
    expect(runsAlone("x.rb", source)).toBe(does);
  });
});

it.each(["`", "'"])("reads what Ruby prints of an error, with %s before a name", (quote) => {
  const first = `/home/student/a.rb:6:in ${quote}initialize': Address already in use - bind(2) (Errno::EADDRINUSE)`;
  const output = `started\n${first}\n\tfrom /home/student/a.rb:9:in ${quote}new'\n`;
  expect(stackTraceIn(output)).toBe(first);
  expect(namedErrorIn(output)).toBe(first);
  expect(systemErrorIn(output, "address-in-use")).toBe(first);
  expect(output.split("\n").flatMap(placesIn)).toEqual([
    { path: "/home/student/a.rb", line: 6 },
    { path: "/home/student/a.rb", line: 9 },
  ]);
  expect(stackTraceIn("Address already in use - bind(2)\n")).toBeNull();
});
