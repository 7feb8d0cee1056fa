"""Unpacks one part of a zipped file piece by piece, as long as it really is, whatever size it declares."""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

PIECE = 1 << 20
LOCAL_HEADER = struct.Struct("<4s22xHH")
LOCAL_MARK = b"PK\x03\x04"


def unpacked(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    """Raises `BadZipFile` or `zlib.error` when the part is broken or longer or shorter than declared."""
    size = 0
    for piece in _pieces(file, part):
        size += len(piece)
        if size > part.file_size:
            break
        yield piece
    if size != part.file_size:
        raise BadZipFile


def _pieces(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    file.seek(part.header_offset)
    header = file.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size:
        raise BadZipFile
    mark, name_length, extra_length = LOCAL_HEADER.unpack(header)
    if mark != LOCAL_MARK:
        raise BadZipFile
    file.seek(name_length + extra_length, 1)
    if part.compress_type == ZIP_STORED:
        return _raw(file, part.compress_size)
    if part.compress_type == ZIP_DEFLATED:
        return _inflated(_raw(file, part.compress_size))
    raise BadZipFile


def _raw(file: BinaryIO, left: int) -> Iterator[bytes]:
    while left > 0 and (piece := file.read(min(PIECE // 4, left))):
        left -= len(piece)
        yield piece


def _inflated(raw: Iterator[bytes]) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    for packed in raw:
        waiting = packed
        while waiting and not inflate.eof:
            yield inflate.decompress(waiting, PIECE)
            waiting = inflate.unconsumed_tail
    if not inflate.eof:
        yield inflate.flush()
