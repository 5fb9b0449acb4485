import socket, struct, sys, random
host, port, name = sys.argv[1], int(sys.argv[2]), sys.argv[3]
q = struct.pack("HHHHHH", random.randint(0, 65535), 0x0100, 1, 0, 0, 0)
for part in name.split("."):
    q += bytes([len(part)]) + part.encode()
q += b"\0" + struct.pack("HH", 1, 1)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(5)
s.sendto(q, (host, port))
data, _ = s.recvfrom(512)
print(".".join(str(b) for b in data[-4:]))
