/** The bytes exchanged in one launch of the program under test. */
export interface Conversation {
  /** The port given to the program. @default a free port */
  port?: "none" | "invalid" | "in-use";
  /**
   * The bytes that each client sends and gets back, one client after another; an empty message is a client that only
   * connects.
   */
  clients?: readonly Buffer[];
}

/** The messages of the tests that share a launch. */
const shared = [
  ...texts("Halo, dunia!", "Selamat pagi ☕ 日本語"),
  ...[Buffer.from(Array.from({ length: 256 }, (_, value) => value)), Buffer.alloc(1024, "x")],
  ...texts("pesan pertama", "pesan kedua"),
  ...texts(...Array.from({ length: 20 }, (_, index) => `pesan ke-${index + 1}\n`)),
  ...texts("", "masih di sana?", "", "masih di sana?"),
];

/** The launches and the bytes of the server's tests of tcp-echo-once, and the launch by which its port is learnt. */
export const conversations: readonly Conversation[] = [
  { clients: [] },
  { clients: [] },
  { clients: [] },
  { clients: shared },
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
