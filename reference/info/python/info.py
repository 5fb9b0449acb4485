"""Tells names, addresses and ports: info.py hostname | local-ip | resolve NAME | reverse ADDRESS | service NAME [PROTOCOL]"""

import socket
import sys


def local_ip():
    """The address from which this machine would send; connecting a UDP socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("8.8.8.8", 53))
        return probe.getsockname()[0]


def service(name, protocol="tcp"):
    return socket.getservbyname(name, protocol)


COMMANDS = {
    "hostname": socket.gethostname,
    "local-ip": local_ip,
    "resolve": socket.gethostbyname,
    "reverse": lambda address: socket.gethostbyaddr(address)[0],
    "service": service,
}


def main(arguments):
    if not arguments or arguments[0] not in COMMANDS:
        sys.exit(__doc__)
    try:
        print(COMMANDS[arguments[0]](*arguments[1:]))
    except TypeError:
        sys.exit(__doc__)
    except (OSError, UnicodeError) as error:
        sys.exit(f"{' '.join(arguments)}: {error}")


main(sys.argv[1:])
