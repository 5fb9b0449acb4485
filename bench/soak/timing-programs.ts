/** Pieces of Python that a variation inserts into a server for tcp-echo. */
interface Pieces {
  /** Before the socket is created. */
  start?: string;
  /** Between bind and listen. */
  beforeListen?: string;
  /** In the main loop, before each accept. */
  beforeAccept?: string;
  /** In a client's thread, before its first recv. */
  accepted?: string;
  /** After each recv. */
  received?: string;
  /** Between the two halves of each answer; null: it is sent as one. */
  between?: string | null;
  /** After each answer. */
  answered?: string;
  /** After the client's end, before the close. */
  ended?: string;
  /** After the close. */
  closed?: string;
}

/** A program that differs only in timing, and the tests that it must fail, with their cause; none for a correct program. */
export interface TimingProgram {
  name: string;
  about: string;
  source: string;
  fails: Readonly<Record<string, string | null>>;
}

const sleep = (ms: number) => `time.sleep(${ms / 1000})`;
const compute = (ms: number) => `until = time.thread_time() + ${ms / 1000}\nwhile time.thread_time() < until: pass`;

/** Places where a pause is not a flaw: every client is served, only later. */
const harmless = [
  "start",
  "beforeListen",
  "beforeAccept",
  "accepted",
  "received",
  "between",
  "answered",
  "ended",
  "closed",
] as const;

const goneAfterFirst = {
  ...{ "next-client": "one-client-only", "twenty-in-turn": "one-client-only", "client-vanishes": "one-client-only" },
  ...{ "half-close": "one-client-only", "fifty-at-once": "one-client-only", "reset-under-load": "one-client-only" },
  ...{ "client-reset": "one-client-only", "no-leak": "one-client-only" },
};

/** Correct servers that sleep or compute at each place, and servers whose flaw shows only some time later. */
export const timingPrograms: readonly TimingProgram[] = [
  ...harmless.flatMap((place) => [
    correct(`sleeps-${place}`, `Sleeps a moment: ${place}.`, { [place]: sleep(pauseMs(place)) }),
    correct(`computes-${place}`, `Computes for a moment: ${place}.`, { [place]: compute(pauseMs(place)) }),
    correct(`varies-${place}`, `Sleeps by chance: ${place}.`, {
      [place]: `time.sleep(random.random() * ${(2 * pauseMs(place)) / 1000})`,
    }),
  ]),
  ...[0, 1, 5, 20, 60].map((ms) =>
    flawed(`ends-${ms}ms-after-its-client`, `Ends ${ms} ms after its first client has left.`, goneAfterFirst, {
      closed: `${sleep(ms)}\nos._exit(0)`,
    }),
  ),
  ...[1, 10, 40].map((ms) =>
    flawed(
      `computes-${ms}ms-then-ends`,
      `Computes for ${ms} ms when its first client has left, and ends.`,
      goneAfterFirst,
      {
        closed: `${compute(ms)}\nos._exit(0)`,
      },
    ),
  ),
  ...[0, 5, 30].map((ms) =>
    flawed(
      `stops-accepting-after-${ms}ms`,
      `Closes its listening socket ${ms} ms after its first client has left, and ends.`,
      goneAfterFirst,
      {
        closed: `${sleep(ms)}\nserver.close()\nos._exit(0)`,
      },
    ),
  ),
  ...[0, 2, 20].map((ms) =>
    flawed(
      `answers-with-the-array-after-${ms}ms`,
      `Answers with its whole array, of which the rest is what came before, ${ms} ms later.`,
      {
        "echo-text": "extra-bytes",
        "echo-utf8": "extra-bytes",
        "echo-binary": "extra-bytes",
        "split-message": "extra-bytes",
      },
      { received: `data = (data + bytes(1024))[:max(1024, len(data))]\n${sleep(ms)}` },
    ),
  ),
];

/** Shorter where many clients pass. */
function pauseMs(place: (typeof harmless)[number]): number {
  return place === "start" || place === "beforeListen" ? 300 : 3;
}

function correct(name: string, about: string, pieces: Pieces): TimingProgram {
  return { name, about, source: server(pieces), fails: {} };
}

function flawed(name: string, about: string, fails: TimingProgram["fails"], pieces: Pieces): TimingProgram {
  return { name, about, source: server(pieces), fails };
}

function server(pieces: Pieces): string {
  const at = (place: keyof Pieces, depth: number) => (pieces[place] ?? "pass").replace(/^/gm, "    ".repeat(depth));
  return `import argparse, os, random, socket, sys, threading, time

def serve(client):
    try:
${at("accepted", 2)}
        while data := client.recv(65536):
${at("received", 3)}
            half = len(data) // 2
            client.sendall(data[:half])
${at("between", 3)}
            client.sendall(data[half:])
${at("answered", 3)}
${at("ended", 2)}
    except ConnectionError:
        pass
    client.close()
${at("closed", 1)}

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, required=True)
port = parser.parse_args().port
try:
${at("start", 1)}
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", port))
${at("beforeListen", 1)}
    server.listen(64)
    while True:
${at("beforeAccept", 2)}
        client, _ = server.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
except (OSError, OverflowError) as error:
    sys.exit(f"port {port}: {error}")
except KeyboardInterrupt:
    pass
`;
}
