/** Behaves well until a client says "pesan": then it runs `misbehave`. In tcp-echo-once, next-client is the first to say it. */
const wellBehavedUntil = (misbehave: string) => `
import os, signal, socket, sys, time
server = socket.create_server(("localhost", int(sys.argv[2])))
def misbehave():
${misbehave.replace(/^/gm, "    ")}
while True:
    client, _ = server.accept()
    message = client.recv(4096)
    if message.startswith(b"pesan"):
        misbehave()
    client.sendall(message)
    client.close()
`;

const forkBomb = (whenRefused: string) => `
while True:
    try:
        os.fork()
    except OSError:
        ${whenRefused}`;

/** Servers in Python that try to stay alive, spread or hinder others, once a client says "pesan". */
export const hostilePrograms: Readonly<Record<string, string>> = {
  "leaves daemons behind": wellBehavedUntil(`
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        signal.pause()
    os._exit(0)
os._exit(0)`),
  "ignores every signal it can": wellBehavedUntil(`
for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, signal.SIG_IGN)
while True:
    signal.pause()`),
  "floods its output": wellBehavedUntil(`
while True:
    os.write(1, b"flood " * 1000)`),
  "eats memory": wellBehavedUntil(`
hoard = []
while True:
    hoard.append(bytes([1]) * (16 << 20))`),
  "is a fork bomb": wellBehavedUntil(forkBomb("time.sleep(0.01)")),
};

/** A fork bomb whose hundreds of processes also use all CPU time. */
export const busyForkBomb = wellBehavedUntil(forkBomb("pass"));
