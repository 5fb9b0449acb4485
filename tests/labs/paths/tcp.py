import os, socket, sys

control = socket.socket(socket.AF_UNIX)
control.bind("./control.sock")
control.listen()
sock = socket.create_server(("", int(sys.argv[1])))
conn, _ = sock.accept()
who, _ = control.accept()
if who.recv(100) == b"stop\n": conn.close()
sock.accept()
