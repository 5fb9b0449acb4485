import socket

GROUP, OTHER, PORT = "230.0.0.1", "230.0.0.2", 4446
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("", PORT))
sock.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(GROUP) + socket.inet_aton("0.0.0.0"))
sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
sock.sendto(b"hello", (GROUP, PORT))
sock.sendto(b"other", (OTHER, PORT))
while True:
    print("got", sock.recv(100).decode(), flush=True)
