"""Fits the polynomials of FloatMath: smallest largest relative error, coefficients that are floats.

Run: python3 fit_polynomials.py (numpy, mpmath). The Java code holds what it prints; the tests
measure the result against StrictMath and need neither Python nor this file.

Each function is head(x) + tail(x) * P(t(x)); P is fitted so that the error relative to the function
is as even as possible (Lawson's reweighted least squares), then its coefficients are rounded to
floats one by one, lowest first, the rest being fitted again after each.
"""

import mpmath
import numpy

mpmath.mp.dps = 40


def lawson(columns, target, weight):
    """The coefficients that minimise max |weight * (columns @ c - target)|."""
    importance = numpy.full(len(target), 1.0 / len(target))
    best = None
    for _ in range(400):
        scale = numpy.sqrt(importance) * weight
        c = numpy.linalg.lstsq(columns * scale[:, None], target * scale, rcond=None)[0]
        error = numpy.abs(weight * (columns @ c - target))
        if best is None or error.max() < best[0]:
            best = (error.max(), c)
        importance = importance * error
        importance /= importance.sum()
    return best


def fit(name, f, head, tail, inner, low, high, count):
    points = [
        (low + high) / 2 + (high - low) / 2 * mpmath.cos(mpmath.pi * (2 * i + 1) / 1000)
        for i in range(500)
    ]
    points = [x for x in points if abs(x) > 1e-9]
    target = numpy.array([float((f(x) - head(x)) / tail(x)) for x in points])
    weight = numpy.array([float(abs(tail(x) / f(x))) for x in points])
    t = numpy.array([float(inner(x)) for x in points])
    powers = numpy.stack([t**i for i in range(count)], axis=1)
    known = numpy.zeros(0)
    for i in range(count):
        rest = target - powers[:, :i] @ known
        error, c = lawson(powers[:, i:], rest, weight)
        known = numpy.append(known, float(numpy.float32(c[0])))
    error = numpy.abs(weight * (powers @ known - target)).max()
    print(f"{name}: relative error {error:.2e}, in units of 2^-24: {error * 2**24:.3f}")
    for c in known:
        print("  ", numpy.float32(c))


half_ln2 = mpmath.log(2) / 2 * 1.0001
fit(
    "exp = 1 + r + r^2 P(r)",
    mpmath.exp, lambda r: 1 + r, lambda r: r * r, lambda r: r, -half_ln2, half_ln2, 5,
)
fit(
    "log1p = f - f^2/2 + f^3 P(f)",
    mpmath.log1p, lambda f: f - f * f / 2, lambda f: f**3, lambda f: f,
    mpmath.sqrt(0.5) - 1, mpmath.sqrt(2) - 1, 8,
)
fit(
    "tanh = x + x^3 P(x^2)",
    mpmath.tanh, lambda x: x, lambda x: x**3, lambda x: x * x, mpmath.mpf("1e-4"), mpmath.mpf("0.625"), 5,
)
