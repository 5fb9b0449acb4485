import { describe, expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { namedErrorIn, placesIn, stackTraceIn, systemErrorIn } from "../read-output.ts";
import { socketUse } from "../read-source.ts";
import { perl } from "./perl.ts";

it("takes the files that a program loads for parts of it", () => {
  const tree = sampleTree({
    "server.pl": 'use lib "lib";\nuse Echo::Loop;\nrequire "./config.pl";\n# require "no.pl";\n',
    "lib/Echo/Loop.pm": "",
    "config.pl": "",
    "no.pl": "",
  });
  expect(perl.sources?.(tree)).toEqual(["server.pl", "config.pl", "lib/Echo/Loop.pm"]);
});

itRuns({
  Perl: { "server.pl": 'require "./w.pl";\nprint w(), " $ARGV[0]\\n";\n', "w.pl": 'sub w { "ok" }\n1;\n' },
  "Perl that prints at once": { "server.pl": 'print "ok $ARGV[0]\\n";\nkill KILL => $$ unless $|;\n' },
});

itReports([[{ "server.pl": "use strict;\nmy $x = = 1;\n" }, "server.pl line 2"]]);

describe("a Perl source", () => {
  it.each([
    ["my $s = IO::Socket::INET->new(LocalPort => 5000, Listen => 5, Reuse => 1);", ["tcp-server"]],
    ["socket(S, PF_INET, SOCK_STREAM, 0); bind(S, $a); listen(S, 5); accept(C, S);", ["tcp-server"]],
    ["my $s = IO::Socket::INET->new(PeerAddr => 'localhost', PeerPort => 5000) or die;", ["tcp-client"]],
    ["my $s = IO::Socket::INET->new(LocalPort => 5000, Proto => 'udp');\n$s->recv(my $d, 1024);", ["udp-server"]],
    ["my $s = IO::Socket::INET->new(PeerAddr => $h, PeerPort => 5000, Proto => 'udp');", ["udp-client"]],
    ["socket(my $s, PF_INET, SOCK_DGRAM, 0); bind($s, $address);", ["udp-server"]],
    ["=pod\n\nListen => 5\n\n=cut\nprint 'accept' # ->accept\n", []],
  ])("%s", (source, does) => {
    expect(socketUse("server.pl", source)).toEqual(does);
  });
});

it("reads what Perl prints of an error", () => {
  const first = `Can't call method "accept" on an undefined value at /home/student/server.pl line 6, <STDIN> line 1.`;
  expect(stackTraceIn(`started\n${first}\n`)).toBe(first);
  expect(namedErrorIn(`started\n${first}\n`)).toBe(first);
  expect(placesIn(first)).toEqual([{ path: "/home/student/server.pl", line: 6 }]);
});

it("takes a message that the program itself gives to die for one", () => {
  const message = "cannot listen: Address already in use at server.pl line 6.";
  expect(stackTraceIn(`${message}\n`)).toBeNull();
  expect(systemErrorIn(`${message}\n`, "address-in-use")).toBe(message);
});
