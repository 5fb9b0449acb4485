/** What one launch of the program under test amounts to, without whoever judges it. */
export interface Conversation {
  /** What the program is given for its port. @default a free port */
  port?: "none" | "invalid" | "in-use";
  /** What each client in turn sends and gets back; an empty message is a client that only connects. */
  clients?: readonly Buffer[];
}

/** The launches and the bytes of the server's tests of tcp-echo-once, in the order of the lab. */
export const conversations: readonly Conversation[] = [
  { clients: [] },
  { clients: [] },
  { clients: texts("Halo, dunia!") },
  { clients: texts("Selamat pagi ☕ 日本語") },
  { clients: [Buffer.from(Array.from({ length: 256 }, (_, value) => value))] },
  { clients: [Buffer.alloc(1024, "x")] },
  { clients: texts("pesan pertama", "pesan kedua") },
  { clients: texts(...Array.from({ length: 20 }, (_, index) => `pesan ke-${index + 1}\n`)) },
  { clients: texts("", "masih di sana?") },
  { clients: texts("", "masih di sana?") },
  { clients: texts("Halo, dunia!") },
  { clients: [] },
  { clients: texts("sebelum") },
  { clients: texts("sesudah") },
  { port: "in-use" },
  { port: "none" },
  { port: "invalid" },
];

function texts(...words: string[]): Buffer[] {
  return words.map((word) => Buffer.from(word));
}
