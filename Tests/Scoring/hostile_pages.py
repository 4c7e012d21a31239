#!/usr/bin/env python3
"""Runs `pullquote export --batch` over damaged pages: each must be answered, in time, by a program that goes on.

    hostile_pages.py DATA [--variants 3000] [--seed 1] [--program .build/release/pullquote]

DATA is a folder with pages somewhere below it, which may be packed with gzip. Every page is read as it is once, then `--variants`
damaged ones are: cut off, with stretches removed, repeated, turned round or mixed with another page's, with bytes, tags and
attributes changed at random. The same seed damages alike. Exits with 1 when the program ends early, does not answer a page,
or takes longer than `--limit` seconds of CPU for a group of pages.
"""
import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
import tempfile

GROUP = 100
PIECES = [
    b"<div>", b"</div>", b"<table><tr><td>", b"</table>", b"<p", b"</p", b"<!--", b"-->", b"<script>", b"</script>", b"<svg>", b"<math>",
    b"<template shadowrootmode=open>", b"</template>", b"<select><option>", b"<b><i><u>", b"<a href='", b"<li>", b"<ol start=-9>",
    b"<pre>\n", b"<plaintext>", b"<textarea>", b"<noscript>", b"<frameset>", b"<meta charset=utf-16>", b"<base href='//['>", b"&#x110000;",
    b"&notit;", b"&#0;", b"<time datetime='99999-99-99T99:99:99'>", b"<script type=application/ld+json>{\"@graph\":[[[[{\"author\":{\"@id\":\"",
    b"<div class='comment' id='comment-99999999999999999999'>", b"<img width=-1 height=9999999999 src=data:>", b"<td colspan=100000>",
    b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80", b"\xf4\x90\x80\x80", b"\r", b"\x1b[2J", "\u202e".encode(), "\u0301".encode() * 40,
]


def damaged(page, other, numbers):
    page = bytearray(page)
    for _ in range(numbers.randint(1, 6)):
        size = max(1, len(page))
        start = numbers.randrange(size)
        end = min(size, start + numbers.choice([1, 7, 60, 900, 20_000]))
        kind = numbers.randrange(10)
        if kind == 0:
            del page[start:]
        elif kind == 1:
            del page[start:end]
        elif kind == 2:
            page[start:start] = bytes(page[start:end]) * numbers.choice([1, 2, 40])
        elif kind == 3:
            page[start:end] = page[start:end][::-1]
        elif kind == 4:
            place = numbers.randrange(max(1, len(other)))
            page[start:end] = other[place:place + 20_000]
        elif kind == 5:
            for _ in range(numbers.choice([1, 30, 3000])):
                page[numbers.randrange(len(page))] = numbers.randrange(256)
        elif kind == 6:
            page[start:start] = numbers.choice(PIECES) * numbers.choice([1, 3, 2000])
        elif kind == 7:
            for _ in range(200):
                place = numbers.randrange(len(page))
                page[place:place] = numbers.choice(PIECES)
        elif kind == 8:
            old = numbers.choice([b"</div>", b">", b"\"", b"</p>", b"<div", b"class", b"</a>", b"</script>"])
            page = page.replace(old, numbers.choice([b"", b" ", b"<", old + old]), numbers.choice([1, 50, 100_000]))
        else:
            page = page[start:] + page[:start]
        page = page[:4_000_000] or bytearray(b"<")
    return bytes(page)


def load(folder):
    pages = []
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(root, name)
            if name.endswith(".gz"):
                with gzip.open(path) as file:
                    pages.append(file.read())
            elif name.endswith((".html", ".htm", ".xhtml", ".dat")):
                with open(path, "rb") as file:
                    pages.append(file.read())
    return pages


def cpu():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--variants", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=".build/release/pullquote")
    parser.add_argument("--limit", type=float, default=60)
    arguments = parser.parse_args()
    pages = load(arguments.data)
    if not pages:
        return f"hostile_pages: no pages below {arguments.data}"
    numbers = random.Random(arguments.seed)
    sources = [(f"page {i}", lambda page=page: page) for i, page in enumerate(pages)]
    for i in range(arguments.variants):
        page, other, seed = numbers.randrange(len(pages)), numbers.randrange(len(pages)), numbers.getrandbits(60)
        sources.append((
            f"variant {i} of {page}", lambda a=page, b=other, s=seed: damaged(pages[a], pages[b], random.Random(s))))
    failures, answers, errors, slowest = [], 0, {}, (0, "")
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, len(sources), GROUP):
            lines, size = [], 0
            for number, (name, make) in enumerate(sources[first:first + GROUP]):
                path = os.path.join(folder, f"{number}.html")
                content = make()
                size += len(content)
                with open(path, "wb") as file:
                    file.write(content)
                lines.append(json.dumps({"id": name, "path": path, "format": "html"}))
            before = cpu()
            try:
                run = subprocess.run(
                    [arguments.program, "export", "--batch"], input="\n".join(lines).encode(), stdout=subprocess.PIPE,
                    timeout=arguments.limit * 4)
                status, output = run.returncode, run.stdout
            except subprocess.TimeoutExpired as late:
                status, output = "no end", late.stdout or b""
            seconds = cpu() - before
            slowest = max(slowest, (seconds / max(1, size) * 1e5 * 1000, f"{sources[first][0]} and the next {len(lines) - 1}"))
            answered = set()
            for line in output.decode("utf-8", "strict").split("\n"):
                if line.strip():
                    answer = json.loads(line)
                    answered.add(answer["id"])
                    if "error" in answer:
                        errors[answer["error"]["message"]] = errors.get(answer["error"]["message"], 0) + 1
            answers += len(answered)
            missing = [name for name, _ in sources[first:first + GROUP] if name not in answered]
            if status != 0 or missing or seconds > arguments.limit:
                failures.append(f"status {status}, {seconds:.1f} s, no answer for {missing[:5]}")
    print(f"{len(pages)} pages and {arguments.variants} damaged ones: {answers} answers, {sum(errors.values())} of them errors {errors}")
    print(f"slowest group: {slowest[0]:.1f} ms of CPU for 100 kB, with analysis and export ({slowest[1]})")
    for failure in failures:
        print("failed:", failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
