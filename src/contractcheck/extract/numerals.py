"""Numbers written the way lists number their items."""

from __future__ import annotations

_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), str.split("m cm d cd c xc l xl x ix v iv i"), strict=True))
_ONES = str.split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = str.split("_ _ twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def format_number(number: int, style: str) -> str:
    """`number` in a style of WordprocessingML's ST_NumberFormat; unknown styles give figures.

    >>> [format_number(n, s) for n, s in ((4, "lowerRoman"), (28, "lowerLetter"), (7, "decimalZero"), (21, "ordinalText"))]
    ['iv', 'bb', '07', 'twenty-first']
    """
    match style:
        case "none" | "bullet":
            return ""
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            roman = _roman(number)
            return roman if style == "lowerRoman" else roman.upper()
        case "lowerLetter" | "upperLetter" if 0 < number <= 26 * 30:
            # Word and browsers differ after z; contracts follow Word: aa, bb, cc.
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if style == "lowerLetter" else letters.upper()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            return f"{number}{suffix}"
        case "cardinalText" | "ordinalText" if 0 <= number < 100:
            words = _words(number)
            return _ordinal(words) if style == "ordinalText" else words
        case _:
            return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


def _ordinal(words: str) -> str:
    head, dash, last = words.rpartition("-")
    ordinal = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return head + dash + ordinal
