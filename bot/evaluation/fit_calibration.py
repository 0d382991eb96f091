"""Fit the weights of `certainty`: JSON lines `{"evidence": {...}, "right": bool}` in, YAML of the weights out."""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

NAMES = ("margin", "gap", "outside", "known", "familiar", "support", "rare")


def main() -> None:
    """Read standard input, write the weights as bot/config.yml wants them."""
    lines = [json.loads(line) for line in sys.stdin]
    evidence = np.array([[line["evidence"][name] for name in NAMES] for line in lines])
    right = np.array([line["right"] for line in lines])
    fitted = LogisticRegression(C=10.0).fit(evidence, right)
    weights = {"bias": fitted.intercept_[0], **dict(zip(NAMES, fitted.coef_[0]))}
    sys.stdout.write("".join(f"      {name}: {value:.2f}\n" for name, value in weights.items()))


if __name__ == "__main__":
    main()
