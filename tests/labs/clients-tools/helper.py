import socket, sys
server = socket.create_server(("127.0.0.1", int(sys.argv[1])))
conn, _ = server.accept()
conn.sendall(b"helper\n")
if conn.recv(100) == b"die\n":
    raise ValueError("the helper's own bug")
