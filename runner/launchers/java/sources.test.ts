import { describe, expect, it } from "vitest";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { javaSources, mainClass, parseJava } from "./sources.ts";

const main = "public static void main(String[] args) {}";

describe("mainClass", () => {
  it.each([
    ["Server.java", `class Handler {} class Server { ${main} }`, "Server"],
    ["tugas1.java", `public class EchoServer { ${main} }`, "EchoServer"],
    ["src/id/ac/Server.java", `package id.ac;\npublic class Server { ${main} }`, "id.ac.Server"],
    ["Server.java", `// class Old { ${main} }\nclass A { String s = "class B {"; }\nclass C { ${main} }`, "C"],
    ["Server.java", "record Point(int x) { static void main(String[] a) {} }", "Point"],
  ])("of %s holding %s is %s", (path, source, name) => {
    expect(mainClass(parseJava(path, source))).toBe(name);
  });
});

describe("javaSources", () => {
  it("takes what the entry needs, and of two classes of one name the nearer", () => {
    const tree = sampleTree({
      "server/Server.java": `public class Server { Handler h; ${main} }`,
      "server/Handler.java": "class Handler { Log log; }",
      "client/Client.java": `public class Client { Handler h; ${main} }`,
      "client/Handler.java": "class Handler {}",
      "Log.java": "class Log {}",
    });
    expect(javaSources(tree).map(({ path }) => path)).toEqual([
      "server/Server.java",
      "server/Handler.java",
      "Log.java",
    ]);
  });

  it("leaves out a copy of the entry's own classes", () => {
    const source = `public class Server { Helper h; ${main} }`;
    const tree = sampleTree({ "Server.java": source, "Server (1).java": source, "Helper.java": "class Helper {}" });
    expect(javaSources(tree).map(({ path }) => path)).toEqual(["Server.java", "Helper.java"]);
  });
});
