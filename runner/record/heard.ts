/** An event between a client and the server, in the order in which it was seen. */
export interface Heard {
  /** Number of the client, from 0. */
  client: number;
  kind: "connected" | "sent" | "received" | "client-ended" | "server-ended" | "client-reset";
  /** What the client sent, or received. */
  bytes?: Buffer;
}

/** A relay between clients and a server that records their conversations. */
export interface Recorder {
  readonly heard: readonly Heard[];
  /** The port to which clients connect. */
  readonly port: number;
  /** Closes all its sockets. */
  end(): void;
}
