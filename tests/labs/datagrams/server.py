import socket, sys, threading

def moved(who):
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.sendto(b"DATA 1", who)
    ack, who = own.recvfrom(99)
    own.sendto(b"DATA 2" if ack == b"ACK 1" else b"ERROR", who)

def again(who):
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.settimeout(1)
    while True:
        own.sendto(b"A", who)
        try: own.recvfrom(99)
        except TimeoutError: pass

sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", int(sys.argv[1])))
while True:
    data, who = sock.recvfrom(99)
    if data == b"read": threading.Thread(target=moved, args=(who,), daemon=True).start()
    elif data == b"again": threading.Thread(target=again, args=(who,), daemon=True).start()
    elif data.startswith(b"capital "): sock.sendto(b"> " + data.upper(), who)
    elif data.startswith(b"twice "): [sock.sendto(data, who) for _ in range(2)]
    elif data.startswith(b"once "): [sock.sendto(data, who) for _ in range(1 if data == b"once 1" else 2)]
    else: sock.sendto(data, who)
