import { expect, it } from "vitest";
import { portsInSource } from "./port-method.ts";

it("finds the numbers in a source that may be ports", () => {
  const source = `
    s.connect(("127.0.0.1", 12345)); data = s.recv(1024)
    PORT = 5000  # not 80, 99999, 0x1F90, 8080.5, v2000 or 123456
    s.connect(("localhost", 5000))
  `;
  expect(portsInSource(source)).toEqual([12345, 1024, 5000]);
});
