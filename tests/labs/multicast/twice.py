import socket

# Joins on any interface and on loopback, as on a machine with a network.
GROUP, PORT = "230.0.0.1", 4447
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("", PORT))
for interface in "0.0.0.0", "127.0.0.1":
    sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(GROUP) + socket.inet_aton(interface))
sock.sendto(b"to any", (GROUP, PORT))
sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
sock.sendto(b"to loopback", (GROUP, PORT))
while True:
    print("got", sock.recv(100).decode(), flush=True)
