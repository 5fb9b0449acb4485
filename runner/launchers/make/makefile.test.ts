import { describe, expect, it } from "vitest";
import { makeProduct } from "./makefile.ts";

const files = ["server.c", "client.c", "net.c", "net.h"];

describe("makeProduct", () => {
  it.each([
    ["a rule with -o", "serv: server.c\n\tgcc server.c -o serv\n", { target: "serv", product: "serv" }],
    [
      "automatic variables",
      "bin/server: server.c net.c\n\t@$(CC) -o $@ $^\n",
      { target: "bin/server", product: "bin/server" },
    ],
    [
      "variables",
      "CC = gcc\nSRV := srv\nall: $(SRV)\n$(SRV): server.o net.o\n\t$(CC) $^ -o $(SRV)\n",
      { target: "srv", product: "srv" },
    ],
    [
      "objects by substitution",
      "SRC = server.c net.c\nOBJ=$(SRC:.c=.o)\napp: $(OBJ)\n\tcc -o $@ $(OBJ)\n",
      { target: "app", product: "app" },
    ],
    [
      "one rule for both programs",
      "all:\n\tgcc client.c -o cli\n\tgcc server.c -o srv -pthread\n",
      { target: "all", product: "srv" },
    ],
    ["built-in rules", "CFLAGS=-Wall\nall: server client\n", { target: "server", product: "server" }],
    [
      "appended variables",
      "OBJ = net.o\nOBJ += server.o\napp: $(OBJ)\n\tcc -o app $(OBJ)\n",
      { target: "app", product: "app" },
    ],
    ["a compiler's default name", "server: server.c\n\tcc server.c\n", { target: "server", product: "a.out" }],
    [
      "continued lines",
      "server: \\\n  server.c \\\n  net.c\n\tcc -o server \\\n\t  server.c net.c\n",
      { target: "server", product: "server" },
    ],
    ["wildcards", "srv: $(wildcard *.c)\n\tcc -o $@ $^\n", { target: "srv", product: "srv" }],
    ["nothing about the entry", "client: client.c\n\tcc -o client client.c\n", null],
    ["only phony targets", ".PHONY: clean\nclean:\n\trm -f *.o\n", null],
  ])("reads %s", (_, makefile, product) => {
    expect(makeProduct(makefile, "server.c", files)).toEqual(product);
  });
});
