import socket
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("127.0.0.1", 12345))
while True:
    try:
        data, addr = sock.recvfrom(1024)
        pesan = data.decode()
        print("Pesan dari client: " + mesage)
        sock.sendto(b"Pesan diterima!", addr)
    except Exception:
        continue
