/** One thing that a client or the server did, in the order in which it was seen. */
export interface Heard {
  /** Number of the client, from 0. */
  client: number;
  kind: "connected" | "sent" | "received" | "client-ended" | "server-ended" | "client-reset";
  /** What the client sent, or received. */
  bytes?: Buffer;
}

/** Something that stands between clients and a server and writes down what passes. */
export interface Recorder {
  readonly heard: readonly Heard[];
  /** The port at which clients find it. */
  readonly port: number;
  /** Lets go of everything. */
  end(): void;
}
