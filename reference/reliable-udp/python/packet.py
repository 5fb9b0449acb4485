import struct

DATA, ACK, END = range(3)


def checksum(packet: bytes) -> int:
    """The Internet checksum (RFC 1071)."""
    padded = packet + b"\0" * (len(packet) % 2)
    total = sum(struct.unpack(f"!{len(padded) // 2}H", padded))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def pack(kind: int, number: int, data: bytes = b"") -> bytes:
    without = struct.pack("!BBH", kind, number, 0) + data
    return struct.pack("!BBH", kind, number, checksum(without)) + data


def unpack(packet: bytes) -> tuple[int, int, bytes] | None:
    """Kind, number and data; None when the packet is damaged."""
    if len(packet) < 4:
        return None
    kind, number, _ = struct.unpack("!BBH", packet[:4])
    return (kind, number, packet[4:]) if pack(kind, number, packet[4:]) == packet else None
