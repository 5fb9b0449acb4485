import socket, sys, threading, time

def serve(conn):
    for line in conn.makefile("rb"):
        word = line.strip()
        if word == b"late":
            conn.sendall(b"OK\n"); time.sleep(0.15); conn.sendall(b"garbage\n")
        elif word.startswith(b"len"):
            conn.sendall(b"len %d\n" % len(line))
        elif word == b"high":
            conn.sendall(b"\xff\xfe")
        elif word == b"print":
            print("closedX", flush=True); print("open", flush=True)
        elif word == b"burst":
            conn.sendall(b"one\ntwo\n")
        elif word == b"hello":
            for piece in (b"HELO lo", b"calhost\r", b"\nMAIL FROM:<ann>\r\n"):
                conn.sendall(piece); time.sleep(0.02)
        elif word == b"digits":
            for piece in (b"1", b"23", b"4\n"):
                conn.sendall(piece); time.sleep(0.02)
        elif word == b"bye":
            conn.close(); return
        elif word == b"seq":
            conn.sendall(b"SEQ 41 ann\n")
        elif word.startswith(b"half"):
            conn.sendall(b"%d\n" % (int(word.split()[1]) // 2))
        else:
            conn.sendall(line)

server = socket.create_server(("", int(sys.argv[1])))
for retry in range(99):
    threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
