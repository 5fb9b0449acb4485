import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import {
  blockedAt,
  diagnose,
  event,
  failedWith,
  failureOf,
  madeConversation,
  madeEvidence,
  madeFiles,
  told,
} from "../../tests/support/made-evidence.ts";
import type { Conversation, Evidence } from "./evidence.ts";

const code = (evidence: Evidence) => diagnose(evidence)?.code ?? null;
const closed = (sent: string[], received: string[], end: Conversation["end"] = "orderly") =>
  failedWith(end === "reset" ? "reset-early" : "closed-early", madeConversation("alice", sent, received, { end }));
const differs = (sent: (string | Buffer)[], received: (string | Buffer)[]) =>
  failedWith("reply-differs", madeConversation("alice", sent, received));

/** Bytes without repetitions. */
const noise = (length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * index * 31 + index * 7) >> 5));

it("tells one recv from a cut reply and from none", () => {
  expect(code(closed(["Hal", "o"], ["Hal"]))).toBe("reads-once");
  expect(code(closed(["Halo, dunia!"], ["Halo"]))).toBe("truncates");
  expect(code(closed(["Halo, dunia!"], []))).toBe("closes-early");
});

it("takes no server for one that reads once that sent back more than one recv brings", () => {
  const bytes = noise(200_000);
  const closedAfter = (length: number, end: Conversation["end"]) =>
    code(failedWith("closed-early", madeConversation("alice", [bytes], [bytes.subarray(0, length)], { end })));
  expect(closedAfter(65_536, "orderly")).toBe("reads-once");
  expect(closedAfter(172_032, "orderly")).toBe("closes-early");
  expect(closedAfter(172_032, "reset")).toBe("closes-early");
});

it("takes no server for one that reads once that answered a second message after the first", () => {
  const [one, two, three] = ["pesan ke-1", "pesan ke-2", "pesan ke-3"];
  const exchange = (message: string) => [event("alice", "sent", message), event("alice", "received", message)];
  const closedAfter = (...answered: string[]) => {
    const transcript = [...answered.flatMap(exchange), event("alice", "sent", three)];
    return code({ ...closed([...answered, three], answered), transcript });
  };
  expect(closedAfter(one)).toBe("reads-once");
  expect(closedAfter(one, two)).toBe("closes-early");
});

it("knows by the reset that bytes of a single message were left unread", () => {
  expect(code(closed(["Halo, dunia!"], ["Halo"], "reset"))).toBe("reads-once");
  expect(code(closed(["Halo\0dunia!"], ["Halo"], "reset"))).toBe("reads-once");
  expect(code(closed(["Halo\0dunia!"], ["Halo"], "orderly"))).toBe("stops-at-zero");
});

it("says nothing about reading of a program that has ended", () => {
  const evidence = { ...closed(["Hal", "o"], ["Hal"]), exit: { status: 1, limit: null, leftBehind: 0 } };
  expect(code(evidence)).toBeNull();
});

it("finds newlines between pieces of a few bytes, and none where CR became LF", () => {
  expect(code(differs(["Hal", "o,", " d"], ["Hal\no,\n d\n"]))).toBe("adds-newline");
  expect(code(differs(["a\rb\rc"], ["a\nb\nc"]))).toBe("wrong-bytes");
  expect(code(differs(["1234567890\rabc"], ["1234567890\n"]))).toBe("wrong-bytes");
});

it("tells extra bytes from a fixed reply and from changed bytes", () => {
  expect(code(differs(["Halo, dunia!"], ["Echo: Halo, dunia!"]))).toBe("extra-bytes");
  const fixed = { ...differs(["Halo, dunia!"], ["Pesan diterima!"]) };
  const files = madeFiles({ "server.py": 'conn.sendall(b"Pesan diterima!")' });
  expect(code({ ...fixed, files })).toBe("hard-coded-reply");
  expect(code(fixed)).toBe("wrong-bytes");
  expect(code(differs(["Halo, dunia!"], ["HALO, DUNIA!"]))).toBe("wrong-bytes");
  expect(code(differs(["Halo, dunia!"], ["12 bytes received"]))).toBe("wrong-bytes");
});

it("takes words for no reply that came before the message was sent", () => {
  const files = madeFiles({ "server.py": 'conn.sendall(b"Pesan diterima!")' });
  const [asked, answered] = [event("alice", "sent", "Halo"), event("alice", "received", "Pesan diterima!")];
  const told = (transcript: Evidence["transcript"]) =>
    diagnose({ ...differs(["Halo"], ["Pesan diterima!"]), files, transcript });
  expect(told([asked, answered])?.code).toBe("hard-coded-reply");
  expect(told([answered, asked])).toMatchObject({ code: "extra-bytes", name: { en: "Speaks before it is asked" } });
});

it("tells bytes lost by a full send buffer from replies cut each time", () => {
  const bytes = noise(200_000);
  const lost = Buffer.concat([bytes.subarray(0, 70_000), bytes.subarray(90_000)]);
  const cut = Buffer.concat([0, 1, 2].map((turn) => bytes.subarray(turn * 65_536, turn * 65_536 + 1024)));
  expect(code(differs([bytes], [lost]))).toBe("partial-send");
  expect(code(differs([bytes], [cut]))).toBe("truncates");
});

it("knows what a full send buffer lost although nothing came after it, if the source can lose it so", () => {
  const bytes = noise(200_000);
  const about = { end: "orderly", endedByBoth: true } as const;
  const told = (source: string, given: Partial<Evidence> = {}, kept = 70_000) => {
    const conversation = madeConversation("alice", [bytes], [bytes.subarray(0, kept)], about);
    return code({ ...failedWith("closed-early", conversation), files: madeFiles({ "server.py": source }), ...given });
  };
  const [timed, asked] = ["conn.settimeout(30)", "while data := conn.recv(65536):"];
  expect(told(`${timed}\n${asked}\n    conn.send(data)`)).toBe("partial-send");
  expect(told(`${timed}\n${asked} conn.send(data)`)).toBe("partial-send");
  expect(told(`${timed}\n${asked}\n    conn.sendall(data)`)).toBe("truncates");
  expect(told(`${timed}\n${asked}\n    while data: data = data[conn.send(data):]`)).toBe("truncates");
  expect(told(`${asked}\n    conn.send(data)`)).toBe("truncates");
  expect(told(`${timed}\n${asked}\n    conn.send(data)`, {}, 9000)).toBe("truncates");
  const inC = (source: string) =>
    told("", { language: "C", entry: "server.c", files: madeFiles({ "server.c": source }) });
  const flags = "fcntl(client, F_SETFL, O_NONBLOCK);\n";
  expect(inC(`${flags}if (n > 0)\n  send(client, buffer, n, 0);`)).toBe("partial-send");
  expect(inC(`${flags}if (write(client, buffer, n) < 0) return;`)).toBe("partial-send");
  expect(inC(`${flags}while (done < n) done += send(client, buffer + done, n - done, 0);`)).toBe("truncates");
  const inJava = (source: string) =>
    told("", { language: "Java", entry: "Server.java", files: madeFiles({ "Server.java": source }) });
  const channel = "SocketChannel c = server.accept();\nc.configureBlocking(false);\n";
  expect(inJava(`${channel}c.write(buffer);`)).toBe("partial-send");
  expect(inJava(`${channel}while (buffer.hasRemaining()) c.write(buffer);`)).toBe("truncates");
});

it("knows what a full send buffer lost although it took the same share each time", () => {
  const bytes = Buffer.concat(Array.from({ length: 8192 }, (_, at) => createHash("sha256").update(`${at}`).digest()));
  const halves = Buffer.concat([0, 1, 2, 3].map((turn) => bytes.subarray(turn * 65_536, turn * 65_536 + 32_768)));
  const told = (source: string) =>
    code({ ...differs([bytes], [halves]), files: madeFiles({ "server.py": `conn.settimeout(30)\n${source}` }) });
  expect(told("conn.send(data)")).toBe("partial-send");
  expect(told("conn.sendall(data[: len(data) // 2])")).toBe("truncates");
});

it("blames no call that sends everything for bytes lost in the middle", () => {
  const bytes = noise(200_000);
  const lost = Buffer.concat([bytes.subarray(0, 70_000), bytes.subarray(90_000)]);
  expect(code({ ...differs([bytes], [lost]), language: "Go" })).not.toBe("partial-send");
  expect(code({ ...differs([bytes], [lost]), language: "Rust" })).toBe("partial-send");
});

it("tells bytes lost by a full send buffer from blanks that were stripped", () => {
  const bytes = Buffer.from(noise(200_000).map((byte) => byte | 0x80));
  for (const at of [70_000, 150_000]) bytes[at] = 0x20;
  bytes[150_001] = 0x0a;
  const stripped = Buffer.concat([bytes.subarray(0, 70_000), bytes.subarray(70_001, 150_000), bytes.subarray(150_002)]);
  expect(code(differs([bytes], [stripped]))).toBe("wrong-bytes");
});

it("tells text cut in half from bytes that are not text", () => {
  const coffee = Buffer.from("kopi ☕ susu");
  const halves = [coffee.subarray(0, 6), coffee.subarray(6)];
  const decoded = halves.map((half) => half.toString());
  expect(code(differs(halves, decoded))).toBe("splits-characters");
  expect(code(differs([Buffer.from([0x41, 0x80, 0xff, 0x42])], ["A\uFFFD\uFFFDB"]))).toBe("decodes-bytes");
  expect(code(differs([Buffer.from("☕")], [Buffer.from(coffee.subarray(5, 8).toString("latin1"))]))).toBe(
    "decodes-bytes",
  );
});

it("finds another client's bytes", () => {
  const [alice, bob] = [
    madeConversation("alice", ["this is mine"], ["bob's own secret"]),
    madeConversation("bob", ["bob's own secret"]),
  ];
  const evidence = failedWith("reply-differs", alice, { conversations: [alice, bob] });
  expect(code(evidence)).toBe("answers-wrong-sender");
});

it("leaves replies alone that were never to be an echo", () => {
  const failure = failureOf("reply-differs", "alice", { expected: Buffer.from("Hello, client!") });
  expect(
    code(madeEvidence({ failure, conversations: [madeConversation("alice", ["Hello, server!"], ["Hello client"])] })),
  ).toBeNull();
});

it("knows a call that returns only at the end of the stream by its line", () => {
  const waitsAt = (text: string) => {
    const location = { file: "main.rs", line: 3, text, before: [], after: [] };
    const conversation = madeConversation("alice", ["Halo"], [], { taken: { accepted: true, unreadBytes: 0 } });
    return told(failedWith("no-reply", conversation, { blocked: [{ ...blockedAt("recv", "alice"), location }] }));
  };
  const toTheEnd = "waits-for-more: Reads to the end before it answers";
  expect(waitsAt("stream.read_to_string(&mut text).unwrap();")).toBe(toTheEnd);
  expect(waitsAt("data, err := io.ReadAll(conn)")).toBe(toTheEnd);
  expect(waitsAt("let n = stream.read(&mut buffer)?;")).not.toBe(toTheEnd);
});

it("proves waiting for more only of a program that took the connection and read it empty", () => {
  const waits = (taken: Conversation["taken"], call = "recv") =>
    code(
      failedWith("no-reply", madeConversation("alice", ["Halo"], [], { taken }), {
        blocked: [call === "recv" ? blockedAt("recv", "alice") : blockedAt(call, "other")],
      }),
    );
  expect(waits({ accepted: true, unreadBytes: 0 })).toBe("waits-for-more");
  expect(waits({ accepted: true, unreadBytes: 0 }, "epoll")).toBe("waits-for-more");
  expect(waits({ accepted: true, unreadBytes: 4 }, "epoll")).toBeNull();
  expect(waits({ accepted: false, unreadBytes: 4 }, "epoll")).toBeNull();
  expect(waits(null)).toBe("waits-for-more");
});

/** Evidence that everything was read and nothing more comes. */
const silentAfter = (sent: (string | Buffer)[], received: (string | Buffer)[]) => {
  const conversation = madeConversation("alice", sent, received, { taken: { accepted: true, unreadBytes: 0 } });
  const expected = Buffer.concat(conversation.sent);
  const failure = failureOf("reply-incomplete", "alice", { expected, facts: { gaveUp: "stuck" } });
  return code(madeEvidence({ failure, conversations: [conversation], blocked: [blockedAt("recv", "alice")] }));
};

it("tells a line's end that was taken off from bytes that are still waited for", () => {
  expect(silentAfter(["pesan ke-1\n"], ["pesan ke-1"])).toBe("strips-white-space");
  expect(silentAfter(["satu\r\ndua\r\n"], ["satu\r\ndua"])).toBe("strips-white-space");
  expect(silentAfter(["satu\ndua"], ["satu\n"])).toBe("waits-for-more");
});

it("tells a cut from the rest of a block, of a line and of a conversation", () => {
  const bytes = noise(100_000);
  expect(silentAfter([bytes], [bytes.subarray(0, 4096)])).toBe("truncates");
  expect(silentAfter([bytes], [bytes.subarray(0, 98_304)])).toBe("waits-for-more");
  expect(silentAfter([bytes], [bytes.subarray(0, 94_321)])).toBe("waits-for-more");
  expect(silentAfter(["x".repeat(1024)], ["x".repeat(1023)])).toBe("truncates");
  expect(silentAfter(["satu; dua; tiga"], ["satu; dua;"])).toBe("waits-for-more");
  expect(silentAfter(["Halo, dunia!"], ["Halo, du"])).toBe("waits-for-more");
  expect(silentAfter(["pesan 1", "pesan 2", "pesan 3"], ["pesan 1"])).toBe("waits-for-more");
});

it("knows by the orderly end of both sides that all was read", () => {
  const kept = (length: number, endedByBoth: boolean) => {
    const bytes = noise(length);
    const ends = { end: "orderly", endedByBoth } as const;
    return code(failedWith("closed-early", madeConversation("alice", [bytes], [bytes.subarray(0, 4096)], ends)));
  };
  expect(kept(40_000, false)).toBe("closes-early");
  expect(kept(100_000, false)).toBe("reads-once");
  expect(kept(40_000, true)).toBe("truncates");
  expect(kept(100_000, true)).toBe("truncates");
});

it("finds bytes that decoding left out", () => {
  const ascending = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  expect(silentAfter([ascending], [ascending.subarray(0, 128)])).toBe("decodes-bytes");
  expect(code(differs([Buffer.from("a\xff\xfeb", "latin1")], ["ab"]))).toBe("decodes-bytes");
  const coffee = Buffer.from("kopi ☕ susu");
  expect(code(differs([coffee.subarray(0, 6), coffee.subarray(6)], ["kopi  susu"]))).toBe("splits-characters");
});

it("finds what is put before or after every part, however short the parts", () => {
  expect(code(differs(["Hal", "o, du", "nia"], ["Echo: HalEcho: o, duEcho: nia"]))).toBe("extra-bytes");
  expect(code(differs(["Hal", "o, du", "nia"], ["Hal<-o, du<-n"]))).toBe("extra-bytes");
  const bytes = noise(9000);
  const parts = [bytes.subarray(0, 4000), bytes.subarray(4000, 8000), bytes.subarray(8000)];
  expect(code(differs([bytes], [Buffer.concat(parts.flatMap((part) => [Buffer.from("> "), part]))]))).toBe(
    "extra-bytes",
  );
  expect(code(differs([bytes], ["Echo: ", bytes.subarray(0, 8000), "Echo: "]))).toBe("extra-bytes");
  expect(code(differs(["apa kabar"], ["Pesan diterima"]))).not.toBe("extra-bytes");
});

it("finds a message that is sent again, once or without end, whole or its first piece", () => {
  const told = (sent: string[], came: string) => diagnose(differs(sent, [came]))?.name?.en;
  const again = "Sends the same message again";
  expect(told(["Halo, dunia!"], "Halo, dunia!".repeat(400))).toBe(again);
  expect(told(["Halo, dunia!"], "Halo, dunia!Halo, dun")).not.toBe(again);
  expect(told(["Halo"], "HaloHalo")).toBe(again);
  expect(told(["Hal", "o, dunia!"], "Hal".repeat(30))).toBe(again);
  expect(told(["Halo, dunia!"], "Halo, dunia! Halo, dunia!")).not.toBe(again);
});

it("does not say of a program that reads that it does nothing", () => {
  const computes = (unreadBytes: number) => {
    const conversation = madeConversation("alice", ["x".repeat(9000)], [], { taken: { accepted: true, unreadBytes } });
    return code(
      madeEvidence({
        failure: failureOf("no-reply", "alice", { facts: { gaveUp: "computes" } }),
        conversations: [conversation],
      }),
    );
  };
  expect(computes(0)).toBe("busy-loop");
  expect(computes(9000)).toBe("busy-loop");
  expect(computes(500)).toBeNull();
});
