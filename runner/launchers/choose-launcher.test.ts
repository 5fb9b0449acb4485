import { describe, expect, it } from "vitest";
import { sampleTree } from "../../tests/support/sample-tree.ts";
import { chooseLauncher } from "./choose-launcher.ts";

describe("chooseLauncher", () => {
  it.each([
    ["server.py", "", "python"],
    ["TCP Server (1).PY", "", "python"],
    ["server.mjs", "", "node"],
    ["server.ts", "", "typescript"],
    ["echo_server.c", "", "c"],
    ["socket-server.cpp", "", "cpp"],
    ["Server.java", "", "java"],
    ["main.go", "", "go"],
    ["src/main.rs", "", "rust"],
    ["server.sh", "", "shell"],
    ["server.rb", "", "ruby"],
    ["Server.php", "", "php"],
    ["server", "#!/usr/bin/env python3\n", "python"],
    ["server", "#!/usr/bin/env -S node --no-warnings\n", "node"],
    ["server", "#!/bin/sh\n", "shell"],
    ["server", "#!/usr/bin/perl -w\n", "perl"],
    ["server", "#!/usr/bin/tclsh\n", "executable"],
    ["server", "\u007fELF\u0002\u0001", "executable"],
    ["README", "How to run my server\n", null],
    ["notes.txt", "", null],
  ])("%s beginning with %j is taken by %s", (file, text, launcher) => {
    expect(chooseLauncher(sampleTree({ [file]: text }))).toBe(launcher);
  });

  it("prefers a Makefile that makes the program, and only such a one", () => {
    const source = { "server.c": "int main(void) { return 0; }" };
    expect(chooseLauncher(sampleTree({ ...source, Makefile: "server: server.c\n\tcc -o $@ $<\n" }))).toBe("make");
    expect(chooseLauncher(sampleTree({ ...source, Makefile: "clean:\n\trm -f *.o\n" }))).toBe("c");
  });
});
