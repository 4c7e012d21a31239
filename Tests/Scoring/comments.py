#!/usr/bin/env python3
"""Score the threads of `pullquote comments --batch` with the scorer of the development data.

    comments.py PULLQUOTE SHARED [--kind KIND]... [--items] [--system NAME] [--predictions FOLDER]
    comments.py --selftest

PULLQUOTE is the program, SHARED the folder with `bench/comments`, `data/comments` and `data/seed`. The program is run as
its users run it, each kind in one batch. Kinds: html (pages), rules-off (pages read with `--comment-system generic`, as if
nobody knew their software), json (answers of services), exports (exports, feeds, mail), blocks, w3m, lynx, inscriptis and
trafilatura (text dumps of the pages), seed (the sample dump). `--items` prints every item, `--predictions` keeps what was
predicted as FOLDER/KIND/ID.json, which the scorer reads too. Python 3.11, standard library only.
"""
import argparse
import glob
import json
import os
import subprocess
import sys

DUMPS = ["blocks", "w3m", "lynx", "inscriptis", "trafilatura"]
KINDS = ["html", "rules-off", "json", "exports", *DUMPS, "seed"]
FORMATS = {"html": "html", "json": "json", "ts": "json", "xml": "exports", "mail": "exports"}


def sources(shared, kind):
    """The (id, system, source file, gold file) of every item of a kind."""
    if kind == "seed":
        folder = os.path.join(shared, "data", "seed")
        text = [name for name in os.listdir(folder) if name.endswith(".txt")]
        return [("seed", "seed", os.path.join(folder, text[0]), os.path.join(folder, "gold.json"))]
    found = []
    for path in sorted(glob.glob(os.path.join(shared, "data", "comments", "*", "meta.json"))):
        folder = os.path.dirname(path)
        with open(path, encoding="utf-8") as file:
            meta = json.load(file)
        name = f"dump.{kind}.txt" if kind in DUMPS else meta["file"]
        wanted = "html" if kind in DUMPS or kind == "rules-off" else kind
        if FORMATS[meta["format"]] == wanted and os.path.exists(os.path.join(folder, name)):
            found.append((meta["id"], meta["system"], os.path.join(folder, name), os.path.join(folder, "gold.json")))
    return found


def tree(comments):
    """Exported comments in the scorer's form."""
    # A stub stands for replies that are not there.
    return [{"id": c["id"], "author": c["author"], "posted": c["postedText"] or c["posted"], "posted_iso": c["posted"],
             "score": c["score"], "text": c["text"], "replies": tree(c["replies"])} for c in comments if "stub" not in c["flags"]]


def message(article):
    """The first message of a discussion by mail, which Pullquote shows as the article, with the others under it."""
    return [{"id": "", "author": article["byline"], "posted": article["publishedText"], "posted_iso": article["published"],
             "score": None, "text": "\n\n".join(block["text"] for block in article["blocks"]),
             "replies": tree(article["comments"] or [])}]


def predictions(program, items, kind):
    """The predicted tree of each item, by its id."""
    lines = [json.dumps({"id": name, "path": os.path.abspath(path)} | ({"format": "text"} if kind in DUMPS else {}))
             for name, _, path, _ in items]
    # Sources of several articles give a line for each.
    command = [program, "export" if kind == "exports" else "comments", "--format", "json", "--batch"]
    if kind == "rules-off":
        command += ["--comment-system", "generic"]
    run = subprocess.run(command, input="\n".join(lines) + "\n", stdout=subprocess.PIPE, encoding="utf-8", check=True)
    found = {}
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        if "error" in answer:
            print(f"{answer['id']}: {answer['error']['message']}", file=sys.stderr)
        is_mail = answer.get("source", {}).get("format") == "mail"
        comments = message(answer) if is_mail else tree(answer.get("comments") or [])
        found.setdefault(answer["id"], []).extend(comments)
    return found


def score(scorer, program, shared, kind, options):
    """Runs one kind and prints its lines; returns the mean over its items."""
    items = [item for item in sources(shared, kind) if options.system in (None, item[1])]
    if not items:
        return None
    found = predictions(program, items, kind)
    rows = []
    for name, system, _, gold in items:
        with open(gold, encoding="utf-8") as file:
            expected = json.load(file)
        row = scorer.score(expected, found[name])
        rows.append(row)
        if options.items:
            print(f"{kind:12s}{name:30s} {row['gold']:4d} {row['pred']:4d} {scorer.fmt(row)}")
        if options.predictions:
            folder = os.path.join(options.predictions, kind)
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
                json.dump(found[name], file, ensure_ascii=False, indent=1)
    return scorer.mean(rows) | {c: sum(row[c] for row in rows) for c in ("gold", "pred")}


def selftest():
    exported = [{"id": "c1", "author": "Ann", "posted": None, "postedText": "3 years ago", "score": 4, "flags": [],
                 "text": "Boats.", "blocks": [], "replies": [{
                     "id": "c2", "author": None, "posted": "2024-05-12", "postedText": None, "score": None, "flags": [],
                     "text": "No boats.", "blocks": [], "replies": [{
                         "id": "c3", "author": None, "posted": None, "postedText": None, "score": None,
                         "flags": ["stub"], "text": "12 more replies", "blocks": [], "replies": []}]}]}]
    first = tree(exported)[0]
    assert (first["posted"], first["posted_iso"], first["score"]) == ("3 years ago", None, 4), first
    assert first["replies"][0]["posted"] == "2024-05-12" and not first["replies"][0]["replies"], first
    print("passed")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("program")
    options.add_argument("shared")
    options.add_argument("--kind", action="append", choices=KINDS)
    options.add_argument("--system")
    options.add_argument("--items", action="store_true")
    options.add_argument("--predictions")
    options = options.parse_args()
    sys.dont_write_bytecode = True
    sys.setrecursionlimit(20000)
    sys.path.insert(0, os.path.join(options.shared, "bench", "comments"))
    import score_comments
    print(f"{'kind':12s}{'item':30s} {'gold':>4s} {'pred':>4s} "
          + " ".join(f"{name[:6]:>6s}" for name in score_comments.COLS))
    means = []
    for kind in options.kind or KINDS:
        mean = score(score_comments, options.program, options.shared, kind, options)
        if mean:
            means.append((kind, mean))
    for kind, mean in means:
        print(f"{kind:12s}{'mean of %d items' % mean['n']:30s} {mean['gold']:4d} {mean['pred']:4d} "
              + score_comments.fmt(mean))


if __name__ == "__main__":
    if sys.argv[1:] == ["--selftest"]:
        selftest()
    else:
        main()
