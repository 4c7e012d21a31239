#!/usr/bin/env python3
"""Turn what `pullquote` finds into the predictions that the figures scorer reads.

    figures.py DATASET.jsonl > PREDICTIONS.jsonl
    figures.py --all GOLD_DIR PREDICTION_DIR
    figures.py --selftest

Each line of a data set is {"id", "text", ...}. The texts go through `pullquote export --batch` (the same path that users
run) and `pullquote figures --batch` (which adds the trend); the places of figures, which count from the start of a block,
are carried back to the text as it was given. PULLQUOTE names the program; .build/release/pullquote otherwise."""
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("PULLQUOTE", os.path.join(ROOT, ".build", "release", "pullquote"))
QUALIFIERS = {"exact": "exact", "about": "about", "moreThan": "more_than", "lessThan": "less_than",
              "atLeast": "at_least", "atMost": "at_most", "range": "range"}


def run(command, items):
    """The answers of a command to texts, by id."""
    lines = "".join(json.dumps({"id": item["id"], "text": item["text"]}) + "\n" for item in items)
    done = subprocess.run([PROGRAM, *command, "--batch"], input=lines, capture_output=True, check=True,
                          encoding="utf-8")
    answers = (json.loads(line) for line in done.stdout.splitlines() if line)
    return {answer["id"]: answer for answer in answers}


def offsets(text, block, start):
    """For each character of a block its place in the text from `start` on, and where the block ends.

    White space may have been folded and signs dropped, so characters are looked for one after the other."""
    places = []
    position = start
    for character in block:
        if not character.isspace():
            found = text.find(character, position)
            # What the reader replaced is not in the text.
            if found >= 0 and found - position < 40:
                position = found
        places.append(position)
        if not character.isspace():
            position += 1
    return places, position


def predictions(item, article, detailed):
    """The figures of one text in the scorer's form."""
    places = {}
    position = 0
    for block in article.get("blocks", []):
        places[block["id"]], position = offsets(item["text"], block["text"] or "", position)
    trends = {figure["id"]: figure.get("trend") for figure in detailed.get("figures", [])}
    found = []
    for figure in article.get("figures", []):
        block = places.get(figure["block"])
        if not block or figure["end"] > len(block):
            continue
        prediction = {
            "start": block[figure["start"]], "end": block[figure["end"] - 1] + 1, "text": figure["text"],
            "value": figure["value"] if "value" in figure else figure["range"], "unit": figure["unit"],
            "qualifier": QUALIFIERS[figure["qualifier"]], "kind": figure["kind"]}
        # The data set has one sign for hedge and trend, and the hedge comes first.
        if trends.get(figure["id"]) and figure["qualifier"] == "exact":
            prediction["trend"] = trends[figure["id"]]
        found.append(prediction)
    return found


def convert(path, out):
    with open(path, encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines if line.strip()]
    articles = run(["export", "--format", "json"], items)
    details = run(["figures", "--format", "json"], items)
    for item in items:
        found = predictions(item, articles.get(item["id"], {}), details.get(item["id"], {}))
        out.write(json.dumps({"id": item["id"], "figures": found}) + "\n")


def selftest():
    text = "Some  40 boats\nsank. It cost $3m."
    first, end = offsets(text, "Some 40 boats sank.", 0)
    second, _ = offsets(text, "It cost $3m.", end)
    assert text[first[5]:first[12] + 1] == "40 boats", first
    assert text[second[8]:second[10] + 1] == "$3m"[:3], second
    article = {"blocks": [{"id": "b1", "text": "It cost $3m."}],
               "figures": [{"id": "f1", "block": "b1", "start": 8, "end": 11, "text": "$3m", "value": 3000000,
                            "unit": "USD", "qualifier": "exact", "kind": "money"}]}
    found = predictions({"text": "It cost $3m."}, article, {"figures": [{"id": "f1", "trend": "up"}]})
    assert found == [{"start": 8, "end": 11, "text": "$3m", "value": 3000000, "unit": "USD", "qualifier": "exact",
                      "kind": "money", "trend": "up"}], found
    print("passed")


def main(arguments):
    if arguments == ["--selftest"]:
        selftest()
    elif len(arguments) == 3 and arguments[0] == "--all":
        os.makedirs(arguments[2], exist_ok=True)
        for name in sorted(os.listdir(arguments[1])):
            if name.endswith(".jsonl"):
                with open(os.path.join(arguments[2], name), "w", encoding="utf-8") as out:
                    convert(os.path.join(arguments[1], name), out)
    elif len(arguments) == 1 and not arguments[0].startswith("-"):
        convert(arguments[0], sys.stdout)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
