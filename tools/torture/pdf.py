"""Changes to PDF files: values of dictionaries, the content of streams, objects, and the table of places."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable
from random import Random

from .pieces import PDF
from .raw import mangle, number
from .words import reword

_OBJECT = re.compile(rb"(?P<id>\d+) (?P<generation>\d+) obj\b(?P<body>.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"(?P<head>.*?)\bstream\r?\n(?P<data>.*?)\r?\n?endstream", re.DOTALL)
_TRAILER = re.compile(rb"trailer\s*(?P<dictionary><<.*?>>)\s*startxref", re.DOTALL)
_VALUE = re.compile(rb"/[A-Za-z0-9]+\s*(?P<value>\d+ \d+ R|-?[\d.]+|/\w+|\[[^\[\]]*\]|\([^()]*\))")
_STRING = re.compile(rb"\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]+>")
_OPERATOR = re.compile(rb"(?<=\s)(?:[A-Za-z]{1,2}\*?)(?=\s)")
_OPERAND = re.compile(rb"-?\d+(?:\.\d+)?")


def change_pdf(data: bytes, rng: Random) -> tuple[bytes, str]:
    """One change to a PDF, and its name; places in the file are told anew, most often."""
    objects = _objects(data)
    if not objects:
        return data, "nothing"
    change = rng.choice(_CHANGES)
    change(objects, rng)
    return _written(data, objects, sound=rng.random() < 0.85), f"pdf.{change.__name__}"


def shorten_pdf(data: bytes, rng: Random) -> bytes:
    """The file with one page, so that it reads fast."""
    objects = _objects(data)
    for key, body in objects.items():
        kids = re.search(rb"/Kids\s*\[([^\]]*)\]", body)
        if kids and (pages := re.findall(rb"\d+ \d+ R", kids[1])):
            start = rng.randrange(len(pages))
            kept = pages[start : start + 1]
            fewer = body[: kids.start(1)] + b" ".join(kept) + body[kids.end(1) :]
            objects[key] = re.sub(rb"/Count\s+\d+", b"/Count %d" % len(kept), fewer)
            return _written(data, objects, sound=True)
    return data


def change_values(objects: dict[bytes, bytes], rng: Random) -> None:
    """Values of a dictionary are others."""
    for _ in range(rng.choice((1, 1, 3, 10))):
        key = rng.choice([*objects])
        head, stream = _split(objects[key])
        if not (found := [*_VALUE.finditer(head)]):
            continue
        chosen = rng.choice(found)
        objects[key] = _replaced(head, chosen, _value(objects, rng)) + stream


def exchange_values(objects: dict[bytes, bytes], rng: Random) -> None:
    """Two values of dictionaries change places."""
    keys = [key for key in objects if _VALUE.search(_split(objects[key])[0])]
    if not keys:
        return
    one, other = rng.choice(keys), rng.choice(keys)
    taken = rng.choice([*_VALUE.finditer(_split(objects[other])[0])])["value"]
    head, stream = _split(objects[one])
    chosen = rng.choice([*_VALUE.finditer(head)])
    objects[one] = _replaced(head, chosen, taken) + stream


def add_value(objects: dict[bytes, bytes], rng: Random) -> None:
    """A dictionary has an entry more, or one twice."""
    key = rng.choice([*objects])
    entry = b"<< " + rng.choice(PDF["keys"]) + b" " + _value(objects, rng) + b" "
    objects[key] = objects[key].replace(b"<<", entry, 1)


def drop_object(objects: dict[bytes, bytes], rng: Random) -> None:
    """An object is missing."""
    del objects[rng.choice([*objects])]


def exchange_objects(objects: dict[bytes, bytes], rng: Random) -> None:
    """An object stands in another's place too."""
    objects[rng.choice([*objects])] = objects[rng.choice([*objects])]


def mangle_object(objects: dict[bytes, bytes], rng: Random) -> None:
    """The bytes of an object are others."""
    key = rng.choice([*objects])
    objects[key], _ = mangle(objects[key], rng)


def change_words(objects: dict[bytes, bytes], rng: Random) -> None:
    """Strings that a page shows have other words."""

    def change(content: bytes) -> bytes:
        found = [*_STRING.finditer(content)]
        several = rng.sample(found, min(len(found), rng.choice((1, 1, 5, 40))))
        for chosen in sorted(several, key=lambda match: -match.start()):
            text, _ = reword(chosen[0][1:-1].decode("latin-1"), rng)
            shown = re.sub(rb"([()\\])", rb"\\\1", text[:20_000].encode("latin-1", "replace"))
            content = content[: chosen.start()] + b"(" + shown + b")" + content[chosen.end() :]
        return content

    _change_stream(objects, rng, change)


def change_operators(objects: dict[bytes, bytes], rng: Random) -> None:
    """A page is drawn with other operators, or with one again and again."""

    def change(content: bytes) -> bytes:
        for _ in range(rng.choice((1, 1, 5, 20))):
            if found := [*_OPERATOR.finditer(content)]:
                at = rng.choice(found)
                again = rng.choice(PDF["operators"]) + b" "
                new = again * rng.choice((1, 1, 1, 3, 400))
                content = content[: at.start()] + new + content[at.end() :]
        return content

    _change_stream(objects, rng, change)


def change_operands(objects: dict[bytes, bytes], rng: Random) -> None:
    """A page is drawn with other numbers."""

    def change(content: bytes) -> bytes:
        for _ in range(rng.choice((1, 3, 20))):
            if found := [*_OPERAND.finditer(content)]:
                at = rng.choice(found)
                content = content[: at.start()] + number(rng) + content[at.end() :]
        return content

    _change_stream(objects, rng, change)


def repeat_content(objects: dict[bytes, bytes], rng: Random) -> None:
    """A stretch of a page is drawn many times."""

    def change(content: bytes) -> bytes:
        lines = content.split(b"\n")
        start = rng.randrange(len(lines))
        taken = lines[start : start + rng.choice((1, 5, 30))]
        return b"\n".join([*lines[:start], *taken * rng.choice((2, 2, 2, 5, 40)), *lines[start:]])

    _change_stream(objects, rng, change)


def mangle_content(objects: dict[bytes, bytes], rng: Random) -> None:
    """The bytes of a stream are others, under a sound compression."""
    _change_stream(objects, rng, lambda content: mangle(content, rng)[0])


def break_stream(objects: dict[bytes, bytes], rng: Random) -> None:
    """The compression of a stream is broken."""
    streams = [key for key, body in objects.items() if _STREAM.match(body)]
    if streams:
        key = rng.choice(streams)
        head, stream = _split(objects[key])
        objects[key] = head + mangle(stream, rng)[0]


_CHANGES: tuple[Callable[[dict[bytes, bytes], Random], None], ...] = (
    change_values, change_values, exchange_values, add_value, drop_object, exchange_objects, mangle_object,
    change_words, change_words, change_operators, change_operands, repeat_content, mangle_content,
    break_stream,
)  # fmt: skip


def _objects(data: bytes) -> dict[bytes, bytes]:
    """Objects by number and generation; those in compressed streams stay in their stream."""
    return {b"%s %s" % (match["id"], match["generation"]): match["body"] for match in _OBJECT.finditer(data)}


def _split(body: bytes) -> tuple[bytes, bytes]:
    """The dictionary of an object, and its stream with the word before it."""
    at = body.find(b"stream")
    return (body, b"") if at < 0 else (body[:at], body[at:])


def _replaced(head: bytes, chosen: re.Match[bytes], value: bytes) -> bytes:
    return head[: chosen.start("value")] + value + head[chosen.end("value") :]


def _value(objects: dict[bytes, bytes], rng: Random) -> bytes:
    depth = rng.choice((3, 60, 600))
    return rng.choice(
        (
            number(rng),
            number(rng),
            rng.choice([*objects]) + b" R",
            rng.choice([*objects]) + b" R",
            b"null",
            b"true",
            b"()",
            b"/None",
            b"[ 0 0 1 1 ]",
            b"[ 0 0 1e30 -1e30 ]",
            b"[ " + b" ".join(rng.choice([*objects]) + b" R" for _ in range(20)) + b" ]",
            b"<<" * depth + b">>" * depth,
            b"[" * depth + b"]" * depth,
        )
    )


def _change_stream(objects: dict[bytes, bytes], rng: Random, change: Callable[[bytes], bytes]) -> None:
    """Change what one stream holds, and compress it again; streams that do not unpack are let be."""
    streams = [key for key, body in objects.items() if _STREAM.match(body)]
    if not streams:
        return
    key = rng.choice(streams)
    match = _STREAM.match(objects[key])
    content = _unpacked(match["head"], match["data"]) if match else None
    if match and content:
        packed = zlib.compress(change(content), 1)
        head = re.sub(rb"/Filter\s*(?:\[[^\]]*\]|/\w+)", b"/Filter /FlateDecode", match["head"])
        head = re.sub(rb"/Length\s+\d+(?:\s+\d+\s+R)?", b"/Length %d" % len(packed), head)
        objects[key] = head + b"stream\n" + packed + b"\nendstream\n"


def _unpacked(head: bytes, data: bytes) -> bytes | None:
    try:
        if b"/ASCII85Decode" in head:
            data = base64.a85decode(b"<~" + data.strip(), adobe=True)
        return zlib.decompress(data) if b"/FlateDecode" in head else data
    except (ValueError, zlib.error):
        return None


def _written(data: bytes, objects: dict[bytes, bytes], *, sound: bool) -> bytes:
    """The file with these objects; where `sound`, with a table of places that fits and the old trailer."""
    trailer = _TRAILER.search(data)
    if trailer is None:  # a table in a stream: readers find the objects themselves
        return _OBJECT.sub(lambda m: _printed(m, objects), data)
    written = bytearray(data[: data.find(b" obj")].rpartition(b"\n")[0] + b"\n")
    places = {}
    for key, body in objects.items():
        places[int(key.split()[0])] = len(written)
        written += key + b" obj" + body + b"endobj\n"
    start = len(written) if sound else 7
    written += b"xref\n0 1\n0000000000 65535 f \n"
    for identity, place in places.items():
        written += b"%d 1\n%010d 00000 n \n" % (identity, place)
    return bytes(written) + b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer["dictionary"], start)


def _printed(match: re.Match[bytes], objects: dict[bytes, bytes]) -> bytes:
    key = b"%s %s" % (match["id"], match["generation"])
    return key + b" obj" + objects[key] + b"endobj" if key in objects else b""
