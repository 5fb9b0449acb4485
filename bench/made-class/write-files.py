"""Writes files and zip archives, those that no sound tool would make among them.

Standard input is a JSON map from path to content: a text, {"zeros": length}, or an archive {"members": {...}, "damage": ...}.
"""

import io
import json
import pathlib
import sys
import zipfile


def main(root):
    for path, value in json.load(sys.stdin).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(value))


def content(value):
    if isinstance(value, str):
        return value.encode()
    return bytes(value["zeros"]) if "zeros" in value else archive(**value)


def archive(members, damage=None):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as written:
        for name, value in members.items():
            written.writestr(name, content(value))
    whole = buffer.getvalue()
    return {None: bytes, "truncated": truncated, "encrypted": encrypted}[damage](whole)


def truncated(whole):
    return whole[: len(whole) // 2]


def encrypted(whole):
    """Sets the bit that says so, in the header of the first member and in its entry of the directory."""
    marked = bytearray(whole)
    marked[6] |= 1
    marked[marked.find(b"PK\1\2") + 8] |= 1
    return marked


main(pathlib.Path(sys.argv[1]))
