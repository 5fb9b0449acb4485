import fc from "fast-check";
import { expect, it } from "vitest";
import { Inbox } from "./inbox.ts";

const bytes = fc.uint8Array({ maxLength: 3000 }).map((each) => Buffer.from(each));

it("gives back what came, in order, however it is added and taken", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bytes, fc.nat(4000))), (turns) => {
      const inbox = new Inbox();
      const taken: Buffer[] = [];
      for (const [piece, length] of turns) {
        inbox.add(piece);
        const before = Buffer.from(inbox.peek());
        taken.push(inbox.take(length));
        expect(Buffer.concat([taken.at(-1) as Buffer, inbox.peek()]).equals(before)).toBe(true);
      }
      const all = Buffer.concat([...taken, inbox.peek()]);
      expect(all.equals(Buffer.concat(turns.map(([piece]) => piece)))).toBe(true);
      expect(inbox.length).toBe(inbox.peek().length);
    }),
  );
});

it("joins what was added in many pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.array(bytes, { maxLength: 200 })), (rounds) => {
      const inbox = new Inbox();
      for (const pieces of rounds) {
        for (const piece of pieces) inbox.add(piece);
        const all = Buffer.concat(pieces);
        expect(inbox.length).toBe(all.length);
        expect(inbox.take(all.length).equals(all)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
