"""Fit `rules/vocabularies/ease-en.toml` and `ease-words-en.txt` to ratings of excerpts and print how well they do.

Needs the package `numpy`; run `python tools/fit_ease.py RATINGS.csv.gz` from the root of the project. RATINGS has the columns `id`,
`bt_easiness`, `title` and `excerpt` of the CLEAR corpus (Crossley, Heintz, Choi, Batchelor, Karimi, Malatinszky: A large-scaled corpus
for assessing text readability, Behavior Research Methods). The corpus is CC BY-NC-SA: no text of it goes into the project, only weights do.

The model is a ridge regression on ten standardised traits and on the logarithms of the uses of some thousand words, parted by their
length as a vector so that a long passage has no more words than a short one. A word is one of the shipped list that stands in three
excerpts or more. Excerpts of one title are in one fold: what is learnt from a book is not tried on it.
"""

import csv
import gzip
import hashlib
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path

import numpy as np

from a11yaudit.measure import text
from a11yaudit.measure.readability import wordlist
from a11yaudit.measure.readability.ease import Features, features, words_used
from a11yaudit.measure.readability.lexicon import Words, read

TARGET = Path("rules/vocabularies/ease-en.toml")
WORDS = Path("rules/vocabularies/ease-words-en.txt")
FOLDS = 10
BAND = 0.8
"""Share of the ratings that the band shall hold."""
FEWEST = 3
"""Excerpts that a word with a weight stands in."""
PENALTY = 1.0
TRAIT = 0.1
"""Weight of a standardised trait beside the words, whose vector has length 1; both chosen by cross-validation."""
SMALLEST = 0.005
"""Weights below this are left out: they move no passage by a hundredth."""
PERSONS = frozenset("i i'd i'll i'm i've me mine my myself us we our ours ourselves thee thou thy".split())
"""Who speaks tells an old novel from a report, and not a hard text from an easy one."""
HEADER = (
    "# By how much a word makes a passage easier, in points of the ratings, and the words; made by tools/fit_ease.py from the ratings of\n"
    "# the CLEAR corpus (see NOTICE). The weight counts once for the first use, more for further ones, less beside many other words.\n"
)


def load(path: Path) -> tuple[list[list[Words]], np.ndarray, np.ndarray]:
    """Sentences, ratings, and the fold of each excerpt by the hash of its title."""
    excerpts, ratings, folds = [], [], []
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            parts = [part for line in row["excerpt"].split("\n") for part in text.sentences(line, "en")]
            excerpts.append([read(words) for part in parts if (words := text.words(part))])
            ratings.append(float(row["bt_easiness"]))
            folds.append(int(hashlib.sha256(row["title"].encode()).hexdigest(), 16) % FOLDS)
    return excerpts, np.array(ratings), np.array(folds)


def vocabulary(excerpts: Sequence[Sequence[Words]]) -> list[str]:
    """The words that get a weight."""
    texts = Counter(word for excerpt in excerpts for word in words_used(excerpt))
    return sorted(
        word for word, count in texts.items() if count >= FEWEST and len(word) > 1 and word not in PERSONS and wordlist.find(word)
    )


def uses(excerpts: Sequence[Sequence[Words]], words: Sequence[str]) -> np.ndarray:
    """The logarithms of the uses of each word, each row of length 1."""
    column = {word: number for number, word in enumerate(words)}
    rows = np.zeros((len(excerpts), len(words)), np.float32)
    for row, excerpt in zip(rows, excerpts, strict=True):
        for word, count in words_used(excerpt).items():
            if word in column:
                row[column[word]] = 1 + math.log(count)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def solve(kernel: np.ndarray, ratings: np.ndarray) -> np.ndarray:
    """The weight of each excerpt in a ridge regression on centred columns."""
    return np.linalg.solve(kernel + PENALTY * np.eye(len(kernel), dtype=np.float32), (ratings - ratings.mean()).astype(np.float32))


def cross_validate(kernel: np.ndarray, ratings: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Each excerpt's ease by weights that were fitted without its fold."""
    found = np.zeros_like(ratings)
    for fold in range(FOLDS):
        here, there = folds == fold, folds != fold
        found[here] = kernel[np.ix_(here, there)] @ solve(kernel[np.ix_(there, there)], ratings[there]) + ratings[there].mean()
    return found


def write(values: dict[str, float], weights: dict[str, float]) -> None:
    """Put the numbers into the tables."""
    table = TARGET.read_text("utf-8")
    for name, value in values.items():
        table = re.sub(rf"(?m)^{name} = -?[\d.]+", f"{name} = {value:.4f}", table)
    TARGET.write_text(table, "utf-8")
    alike: dict[float, list[str]] = defaultdict(list)
    for word, weight in weights.items():
        if abs(weight) >= SMALLEST:
            alike[round(weight, 2)].append(word)
    lines = [f"{weight:g} {' '.join(words)}\n" for weight, words in sorted(alike.items()) if weight]
    WORDS.write_text(HEADER + "".join(lines), "utf-8")


def main() -> None:
    """Fit, tell how well it does on titles that it has not seen, and write the tables."""
    excerpts, ratings, folds = load(Path(sys.argv[1]))
    words = vocabulary(excerpts)
    traits = np.array([astuple(features(excerpt)) for excerpt in excerpts])
    mean, spread = traits.mean(0), traits.std(0)
    used = uses(excerpts, words)
    used_mean = used.mean(0)
    rows = np.hstack([used - used_mean, TRAIT * (traits - mean) / spread]).astype(np.float32)
    kernel = rows @ rows.T
    found = cross_validate(kernel, ratings, folds)
    half_width = float(np.quantile(abs(found - ratings), BAND))
    print(f"{len(ratings)} excerpts, {len(words)} words, cross-validated r {np.corrcoef(found, ratings)[0, 1]:.4f}")
    print(f"root mean square error {np.sqrt(np.mean((found - ratings) ** 2)):.3f}, half width {half_width:.3f}")
    for low, high in pairwise(np.quantile(found, (0, 0.25, 0.5, 0.75, 1))):
        part = (found >= low) & (found <= high)
        print(f"band of ease {low:.2f} to {high:.2f}: {np.mean(abs(found - ratings)[part] <= half_width):.3f}")
    weights = rows.T @ solve(kernel, ratings)
    by_trait = TRAIT * weights[len(words) :] / spread
    intercept = float(ratings.mean() - used_mean @ weights[: len(words)] - by_trait @ mean)
    values = {"intercept": intercept, **dict(zip(Features.__slots__, map(float, by_trait), strict=True)), "half_width": half_width}
    write(values, dict(zip(words, map(float, weights[: len(words)]), strict=True)))


if __name__ == "__main__":
    main()
