#!/usr/bin/env python3
"""Runs `pullquote export --batch` over saved pages and writes what it finds as predictions for the extraction scorer.

    extraction.py DATA PREDICTIONS.jsonl [--program .build/release/pullquote]

DATA is a folder with `gold.jsonl` ("id", "html_path", "url" a line) and the pages, which may be packed with gzip. A prediction
is a line: {"id", "text", "title", "author", "date", "comments"}. The text is that of the article's blocks; captions belong to
their pictures and are left out. Prints the CPU time of the run and the pages that failed.
"""
import argparse
import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile


def cells(block):
    return "\n".join("\t".join(row) for row in block.get("rows") or [])


def text(article):
    lines = []
    for block in article["blocks"]:
        if block["kind"] not in ("picture", "divider"):
            lines.append(cells(block) if block["kind"] == "table" else block["text"])
    return "\n".join(lines)


def comments(replies):
    words, open_replies = [], list(reversed(replies))
    while open_replies:
        comment = open_replies.pop()
        words.append(comment["text"])
        open_replies.extend(reversed(comment["replies"]))
    return "\n".join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("predictions")
    parser.add_argument("--program", default=".build/release/pullquote")
    arguments = parser.parse_args()
    with open(os.path.join(arguments.data, "gold.jsonl"), encoding="utf-8") as file:
        pages = [json.loads(line) for line in file if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for number, page in enumerate(pages):
            path = os.path.join(arguments.data, page["html_path"])
            if path.endswith(".gz"):
                unpacked = os.path.join(folder, f"{number}.html")
                with gzip.open(path) as packed, open(unpacked, "wb") as out:
                    out.write(packed.read())
                path = unpacked
            line = {"id": page["id"], "path": os.path.abspath(path), "format": "html"}
            if page.get("url"):
                line["url"] = page["url"]
            lines.append(json.dumps(line))
        run = subprocess.run([arguments.program, "export", "--batch"], input="\n".join(lines).encode(), stdout=subprocess.PIPE)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = usage.ru_utime + usage.ru_stime
    failed = []
    with open(arguments.predictions, "w", encoding="utf-8") as out:
        for line in run.stdout.decode("utf-8", "replace").split("\n"):
            if not line.strip():
                continue
            article = json.loads(line)
            if "blocks" not in article:
                failed.append((article.get("id"), article.get("error")))
                continue
            published = article["published"]
            out.write(json.dumps({
                "id": article["id"], "text": text(article), "title": article["title"], "author": article["byline"],
                "date": published[:10] if published else None, "comments": comments(article["comments"] or []),
            }, ensure_ascii=False) + "\n")
    print(f"{len(pages)} pages, {seconds:.1f} s of CPU with analysis and export, {len(pages) / max(seconds, 1e-9):.0f} pages a second")
    for page, error in failed:
        print("failed:", page, error)
    return 1 if run.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
