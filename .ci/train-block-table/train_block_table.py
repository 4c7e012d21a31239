#!/usr/bin/env python3
"""Trains and writes the learned table that tells an article's blocks from others.

    train_block_table.py --check                      is BlockTable.swift what block_table.json says? (CI)
    train_block_table.py --write                      write BlockTable.swift from block_table.json
    train_block_table.py train FEATURES DATA          train on all pages -> block_table.json and BlockTable.swift
    train_block_table.py evaluate FEATURES DATA       leave each data set out in turn; scores per data set

FEATURES is a folder that the test suite fills:

    RECORD_BLOCK_FEATURES=FEATURES swift test --filter BlockFeatureRecordingTests

DATA is the folder with `gold.jsonl`. Training needs numpy and scikit-learn (the versions are recorded in the model);
--check and --write need nothing.

Labels: a block is the article's when at least half of its 4-word shingles occur in the gold text; short blocks when the
line does. Pages with nothing but must-have and must-not-have strings label the blocks that hold these. Every page weighs
alike, data sets by the square root of their size.
"""
import argparse
import collections
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MODEL = os.path.join(HERE, "block_table.json")
SWIFT = os.path.join(HERE, "../../Sources/ArticleParsing/Extraction/BlockTable.swift")
WORD = re.compile(r"\w+")
PARAMETERS = dict(max_iter=60, max_leaf_nodes=16, learning_rate=0.12, l2_regularization=1.0, min_samples_leaf=40, random_state=0)
# The likelihood a block needs when the rules keep it, and when they do not: the better of a few pairs with data sets left out.
THRESHOLDS = (0.3, 0.7)


def shingles(text):
    tokens = WORD.findall(text or "")
    return collections.Counter(tuple(tokens[i:i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def labels(page, gold, np):
    """-> (labels, weights), or None when the gold says nothing about the page's blocks."""
    texts = page["texts"]
    y, w = np.zeros(len(texts)), np.zeros(len(texts))
    if gold.get("text"):
        grams = shingles(gold["text"])
        lines = {squeeze(line).lower() for line in gold["text"].split("\n")}
        flat = " ".join(WORD.findall(gold["text"].lower()))
        for i, text in enumerate(texts):
            tokens = WORD.findall(text)
            if len(tokens) >= 4:
                own = shingles(text)
                y[i] = sum(k in grams for k in own) >= 0.5 * len(own)
            else:
                y[i] = bool(tokens) and (squeeze(text).lower() in lines or len(tokens) == 3 and " ".join(tokens).lower() in flat)
            w[i] = max(4, len(tokens)) ** 0.5
    else:
        for i, text in enumerate(texts):
            text = squeeze(text)
            for wanted in map(squeeze, gold.get("with") or []):
                if wanted in text or len(text) > 30 and text in wanted:
                    y[i], w[i] = 1, max(4, len(text.split())) ** 0.5
            for unwanted in map(squeeze, (gold.get("without") or []) + (gold.get("comments_with") or [])):
                if unwanted and unwanted in text:
                    y[i], w[i] = 0, max(4, len(text.split())) ** 0.5
    return (y, w) if w.sum() > 0 else None


def load(features, data):
    import numpy as np
    pages = []
    with open(os.path.join(data, "gold.jsonl"), encoding="utf-8") as file:
        for row in map(json.loads, file):
            base = os.path.join(features, row["id"].replace("/", "_"))
            if not os.path.exists(base + ".json"):
                continue
            with open(base + ".json", encoding="utf-8") as blocks:
                page = json.load(blocks)
            if not page["texts"]:
                continue
            page["x"] = np.fromfile(base + ".f32", "<f4").reshape(-1, page["width"])
            found = labels(page, row["gold"], np)
            if found:
                page.update(id=row["id"], set=row["dataset"], gold=row["gold"], y=found[0], w=found[1])
                pages.append(page)
    return pages


def fit(pages):
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    count = collections.Counter(page["set"] for page in pages)
    x, y = np.vstack([page["x"] for page in pages]), np.concatenate([page["y"] for page in pages])
    w = np.concatenate([
        page["w"] / page["w"].sum() * (200 / count[page["set"]]) ** 0.5 * (1 if page["gold"].get("text") else 0.5)
        for page in pages])
    known = w > 0
    return HistGradientBoostingClassifier(**PARAMETERS).fit(x[known], y[known], sample_weight=w[known] / w[known].mean())


def shingle_f1(pairs):
    """F1 of the mean precision and recall of 4-word shingles over pages."""
    precision, recall = [], []
    for gold, text in pairs:
        g, p = shingles(gold), shingles(text)
        hits = sum((g & p).values())
        if p:
            precision.append(hits / sum(p.values()))
        recall.append(hits / max(1, sum(g.values())))
    p, r = sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall))
    return 2 * p * r / (p + r) if p + r else 0.0


def evaluate(pages):
    for name in sorted({page["set"] for page in pages}):
        out = [page for page in pages if page["set"] == name and page["gold"].get("text")]
        if not out:
            continue
        model = fit([page for page in pages if page["set"] != name])
        rules, both = [], []
        for page in out:
            likelihood = model.predict_proba(page["x"])[:, 1]
            kept = [bool(k) for k in page["kept"]]
            rules.append((page["gold"]["text"], "\n".join(t for t, k in zip(page["texts"], kept) if k)))
            both.append((page["gold"]["text"], "\n".join(
                t for t, k, q in zip(page["texts"], kept, likelihood) if q > THRESHOLDS[0 if k else 1])))
        print(f"{name:16} rules {shingle_f1(rules):.4f}  with a table trained on the others {shingle_f1(both):.4f}", flush=True)


def export(model, width):
    """The trees in pre-order: the left child follows its parent, the right one is named."""
    import numpy
    import sklearn
    features, numbers, rights, roots = [], [], [], []
    for (tree,) in model._predictors:
        nodes, base = tree.nodes, len(features)
        roots.append(base)
        stack, place = [(0, -1)], {}
        while stack:
            index, parent = stack.pop()
            if parent >= 0:
                rights[parent] = len(features)
            node = nodes[index]
            place[index] = len(features)
            rights.append(0)
            if node["is_leaf"]:
                features.append(255)
                numbers.append(float(f"{node['value']:.5g}"))
            else:
                features.append(int(node["feature_idx"]))
                numbers.append(float(f"{numpy.float32(node['num_threshold']):.7g}"))
                stack.append((int(node["right"]), len(features) - 1))
                stack.append((int(node["left"]), -1))
    return {"versions": {"numpy": numpy.__version__, "scikit-learn": sklearn.__version__}, "parameters": PARAMETERS,
            "thresholds": THRESHOLDS, "width": width, "baseline": float(f"{float(model._baseline_prediction.ravel()[0]):.6g}"),
            "roots": roots, "features": features, "numbers": numbers, "rights": rights}


def swift(model):
    def array(values):
        lines, line = [], "   "
        for value in values:
            word = f" {value},"
            if len(line) + len(word) > 108:
                lines.append(line)
                line = "   "
            line += word
        return "\n".join(lines + [line])
    return f"""// swift-format-ignore-file
// Generated by .ci/train-block-table/train_block_table.py from block_table.json; do not edit.

/// The learned table: {len(model["roots"])} small trees over the numbers of `BlockFeatures`.
enum BlockTable {{
  /// The length of a row that the trees were trained on.
  static let width = {model["width"]}
  /// The sum before any tree is asked.
  static let baseline: Float = {model["baseline"]}
  /// The likelihood that a block needs when the rules keep it, and when they do not.
  static let thresholds: (kept: Float, dropped: Float) = ({model["thresholds"][0]}, {model["thresholds"][1]})
  /// Where each tree begins.
  static let roots: [UInt16] = [
{array(model["roots"])}
  ]
  /// The number that a node looks at; 255 in a leaf.
  static let features: [UInt8] = [
{array(model["features"])}
  ]
  /// The largest number that goes to the left; in a leaf what it adds to the sum.
  static let numbers: [Float] = [
{array(model["numbers"])}
  ]
  /// The right child; the left one is the next node.
  static let rights: [UInt16] = [
{array(model["rights"])}
  ]
}}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["train", "evaluate"])
    parser.add_argument("features", nargs="?")
    parser.add_argument("data", nargs="?")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.what:
        pages = load(arguments.features, arguments.data)
        print(len(pages), "pages", dict(collections.Counter(page["set"] for page in pages)), flush=True)
        if arguments.what == "evaluate":
            return evaluate(pages)
        with open(MODEL, "w", encoding="utf-8") as file:
            json.dump(export(fit(pages), int(pages[0]["width"])), file, separators=(",", ":"))
            file.write("\n")
    elif not arguments.check and not arguments.write:
        return parser.print_help()
    with open(MODEL, encoding="utf-8") as file:
        text = swift(json.load(file))
    if arguments.check:
        with open(SWIFT, encoding="utf-8") as file:
            if file.read() != text:
                return "BlockTable.swift is not what block_table.json says: run train_block_table.py --write"
        return
    with open(SWIFT, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(main())
