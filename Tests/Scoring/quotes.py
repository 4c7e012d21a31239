#!/usr/bin/env python3
"""Score the quotes of `pullquote export --batch` with the scorer of the development data.

    quotes.py PULLQUOTE SHARED [--predictions FILE] [--variants]

PULLQUOTE is the program, SHARED the folder with `bench/quotes` and `data/quotes`. The program is run as its users run
it: one JSON line in, one out; offsets in blocks are turned into offsets in the article here. Prints the figures over
all articles, then by publisher, so that a rule that helps only one is seen; `--variants` re-marks the articles in every
style of quotation marks. `--predictions` keeps what was predicted. Python 3.11, standard library only.
"""
import argparse
import json
import os
import subprocess
import sys


def predictions(program, documents):
    """The predicted quotes of each document, as the scorer reads them."""
    # A blank line between paragraphs, so that each line of the data is a block.
    lines = [json.dumps({"id": d["id"], "text": d["text"].replace("\n", "\n\n"), "format": "text"}) for d in documents]
    run = subprocess.run([program, "export", "--batch"], input="\n".join(lines) + "\n", stdout=subprocess.PIPE,
                         text=True, check=True)
    found = {}
    for line in run.stdout.splitlines():
        article = json.loads(line)
        found[article["id"]] = article
    return {d["id"]: quotes(found[d["id"]], d["text"]) for d in documents}


def quotes(article, text):
    if "error" in article:
        print(f"{article['id']}: {article['error']}", file=sys.stderr)
        return []
    # Blocks may join or drop white space, never words: they are found by their other characters.
    places = [i for i, c in enumerate(text) if not c.isspace()]
    letters = "".join(text[i] for i in places)
    starts, position = {}, 0
    for block in article["blocks"]:
        body = "".join((block.get("text") or "").split())
        start = letters.find(body, position) if body else -1
        if start < 0:
            continue
        starts[block["id"]] = (start, block["text"])
        position = start + len(body)
    names = {s["id"]: s["name"] for s in article["speakers"]}
    result = []
    for quote in article["quotes"]:
        for part in quote["parts"]:
            if part["block"] not in starts:
                continue
            start, words = starts[part["block"]]
            lower = start + len("".join(words[:part["start"]].split()))
            upper = start + len("".join(words[:part["end"]].split()))
            if lower >= upper:
                continue
            lower, upper = places[lower], places[upper - 1] + 1
            mention = quote["speakerText"]
            result.append({"text": text[lower:upper], "start": lower, "end": upper, "mention": mention,
                           "speaker": names.get(quote["speaker"]) or mention, "rule": quote["rule"]})
    return result


FIGURES = [("span_overlap", "span"), ("e2e", "mention"), ("e2e_named", "named")]


def row(scorer, label, documents, predicted):
    cells = []
    for profile in ("direct", "all"):
        rows = [scorer.score_doc(d, predicted[d["id"]], profile)[0] for d in documents]
        total = scorer.summary(rows)
        cells += [f"{100 * total[key][2]:6.1f}" for key, _ in FIGURES]
    cells.append(f"{total['neg_hit']:5d} of {total['neg_n']}")
    print(f"{label:14s}", *cells)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("program")
    options.add_argument("shared")
    options.add_argument("--predictions")
    options.add_argument("--variants", action="store_true")
    options = options.parse_args()
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(options.shared, "bench", "quotes"))
    import make_quotes
    import score_quotes
    documents = score_quotes.load(os.path.join(options.shared, "data", "quotes", "polnear-dev.jsonl"))
    predicted = predictions(options.program, documents)
    if options.predictions:
        with open(options.predictions, "w", encoding="utf-8") as file:
            for name, found in predicted.items():
                file.write(json.dumps({"id": name, "quotes": found}, ensure_ascii=False) + "\n")
    names = [f"{profile} {name}" for profile in ("direct", "all") for _, name in FIGURES]
    print("F1 in per cent:", ", ".join(names), "; not speech, taken for speech")
    row(score_quotes, "all articles", documents, predicted)
    for publisher in sorted({d["id"].split("_")[0] for d in documents}):
        row(score_quotes, publisher, [d for d in documents if d["id"].split("_")[0] == publisher], predicted)
    if options.variants:
        curly = [d for d in documents if make_quotes.variant(d, "straight")]
        print("re-marked, of the articles that have curly marks only:")
        row(score_quotes, "as written", curly, predicted)
        for name in make_quotes.VARIANTS:
            marked = [make_quotes.variant(d, name) for d in curly]
            row(score_quotes, name, marked, predictions(options.program, marked))


if __name__ == "__main__":
    main()
