"""Fit the weights in `rules/vocabularies/ease-en.toml` to ratings of excerpts and print how well they do.

Needs the package `numpy`; run `python tools/fit_ease.py RATINGS.csv.gz` from the root of the project. RATINGS has the columns `id`,
`bt_easiness` and `excerpt` of the CLEAR corpus (Crossley, Heintz, Choi, Batchelor, Karimi, Malatinszky: A large-scaled corpus for assessing
text readability, Behavior Research Methods). The corpus is CC BY-NC-SA: no text of it goes into the project, only these weights do.
"""

import csv
import gzip
import hashlib
import re
import sys
from dataclasses import astuple
from pathlib import Path

import numpy as np

from a11yaudit.measure import text
from a11yaudit.measure.readability.ease import Features, features
from a11yaudit.measure.readability.lexicon import read

TARGET = Path("rules/vocabularies/ease-en.toml")
FOLDS = 10
BAND = 0.8
"""Share of the ratings that the band shall hold."""


def load(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features with a leading 1, ratings, and the fold of each excerpt by the hash of its id."""
    rows, ratings, folds = [], [], []
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sentences = [
                read(words) for line in row["excerpt"].split("\n") for part in text.sentences(line, "en") if (words := text.words(part))
            ]
            rows.append((1.0, *astuple(features(sentences))))
            ratings.append(float(row["bt_easiness"]))
            folds.append(int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % FOLDS)
    return np.array(rows), np.array(ratings), np.array(folds)


def fit(rows: np.ndarray, ratings: np.ndarray) -> np.ndarray:
    """Least squares."""
    return np.linalg.lstsq(rows, ratings, rcond=None)[0]


def cross_validate(rows: np.ndarray, ratings: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Each excerpt's ease by weights that were fitted without its fold."""
    found = np.zeros_like(ratings)
    for fold in range(FOLDS):
        found[folds == fold] = rows[folds == fold] @ fit(rows[folds != fold], ratings[folds != fold])
    return found


def main() -> None:
    """Write intercept, weights and half width into the table."""
    rows, ratings, folds = load(Path(sys.argv[1]))
    found = cross_validate(rows, ratings, folds)
    half_width = float(np.quantile(abs(found - ratings), BAND))
    print(f"{len(ratings)} excerpts, cross-validated r {np.corrcoef(found, ratings)[0, 1]:.4f}")
    print(f"root mean square error {np.sqrt(np.mean((found - ratings) ** 2)):.3f}, half width {half_width:.3f}")
    values = dict(zip(("intercept", *Features.__slots__), fit(rows, ratings), strict=True)) | {"half_width": half_width}
    table = TARGET.read_text("utf-8")
    for name, value in values.items():
        table = re.sub(rf"(?m)^{name} = -?[\d.]+", f"{name} = {value:.4f}", table)
    TARGET.write_text(table, "utf-8")


if __name__ == "__main__":
    main()
