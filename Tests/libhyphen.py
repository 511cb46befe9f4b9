#!/usr/bin/env python3
"""Divides words by patterns as libhyphen does, for the tests of our own reader of its files to compare with.

usage: libhyphen.py PATTERNS.dic WORDS    a word to a line in small letters and UTF-8, for patterns in ISO 8859-1
"""
import ctypes, sys

hyphen = ctypes.CDLL("libhyphen.so.0")
hyphen.hnj_hyphen_load.restype = ctypes.c_void_p

def main():
    patterns = ctypes.c_void_p(hyphen.hnj_hyphen_load(sys.argv[1].encode()))
    if not patterns: sys.exit(f"libhyphen cannot read {sys.argv[1]}")
    with open(sys.argv[2], encoding="utf-8") as f: words = f.read().split()
    out = []
    for word in words:
        marks = ctypes.create_string_buffer(len(word) + 6)
        changed, places, cuts = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
        failed = hyphen.hnj_hyphen_hyphenate2(patterns, word.encode("latin-1"), len(word), marks, None,
                                              ctypes.byref(changed), ctypes.byref(places), ctypes.byref(cuts))
        if failed or changed: sys.exit(f"libhyphen cannot divide {word}, or changes its letters")
        out.append("".join(c + "-" * (m & 1) for c, m in zip(word, marks.raw)))
    print("\n".join(out))

main()
