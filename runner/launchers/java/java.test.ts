import { expect, it } from "vitest";
import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { java } from "./java.ts";

it("compiles a Java file under the name of its public class", () => {
  const source = "public class TCPServer { public static void main(String[] a) {} }";
  const { build, run } = java.plan(sampleTree({ "TCP Server (1).java": source }));
  expect(build[0]).toEqual({ tool: "cp", argv: ["TCP Server (1).java", "{build}/TCPServer.java"] });
  expect(build[1]?.argv.at(-1)).toBe("{build}/TCPServer.java");
  expect(run.argv.at(-1)).toBe("TCPServer");
});

it("starts the one of two programs in a file that is what is asked for", () => {
  const socket = { server: "new ServerSocket(1)", client: 'new Socket("h", 1)' };
  const main = (name: string, body: string) => `class ${name} { public static void main(String[] a) { ${body}; } }\n`;
  const started = (source: string, kind: "server" | "client") => {
    const tree = { ...sampleTree({ "Lab.java": source }), kind };
    return [java.plan(tree).run.argv.at(-1), java.typed(tree)];
  };
  const named = main("Client", "run()") + main("Server", "run()");
  expect(started(named, "server")).toEqual(["Server", "javac Lab.java && java Server"]);
  expect(started(named, "client")).toEqual(["Client", "java Lab.java"]);
  const unnamed = main("A", socket.client) + main("B", socket.server);
  expect([started(unnamed, "server")[0], started(unnamed, "client")[0]]).toEqual(["B", "A"]);
});

it("reads Java in Latin-1 where it is not UTF-8", () => {
  const tree = sampleTree({ "Server.java": "class Server { /* \uFFFD */ }" });
  expect(java.plan(tree).build[0]?.argv).toContain("ISO-8859-1");
});

itRuns({
  Java: {
    "TCP Server.java":
      'public class Server { public static void main(String[] a) { System.out.println("ok " + a[0]); } }',
  },
});

itReports([[{ "Server.java": "class Server { int x = ; }\n" }, "Server.java:1"]]);
