import socket, sys
cmd = sys.argv[1]
if cmd == 'hostname':
    print(socket.get_hostname())
elif cmd == 'local-ip':
    print(socket.gethostbyname('localhost'))
elif cmd == 'resolve':
    print(socket.gethostbyname(sys.argv[1]))
elif cmd == 'reverse':
    print(socket.gethostbyaddr(sys.argv[2]))
elif cmd == 'service':
    print(socket.getservbyname(sys.argv[2], sys.argv[3]))
