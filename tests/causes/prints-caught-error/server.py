import socket, sys
s = socket.socket()
s.bind(("localhost", int(sys.argv[2])))
s.listen(5)
while True:
    try:
        conn, addr = s.accept()
        data = conn.recv(1024).decode()
        conn.sendall(data)
        conn.close()
    except Exception as e:
        print("Error:", e)
