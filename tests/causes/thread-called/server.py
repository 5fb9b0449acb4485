import socket, threading, argparse
p = argparse.ArgumentParser()
p.add_argument('--port', type=int, required=True)
port = p.parse_args().port
def handle(conn):
    while True:
        data = conn.recv(1024)
        if not data:
            break
        conn.sendall(data)
    conn.close()
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(('localhost', port))
s.listen(5)
while True:
    conn, addr = s.accept()
    threading.Thread(target=handle(conn)).start()
