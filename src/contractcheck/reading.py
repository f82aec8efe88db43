"""What one sentence says about one provision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from contractcheck.contract import Scope, Sentence
from contractcheck.ruleset import Stance


class Actor(StrEnum):
    """Who is bound or allowed."""

    VENDOR = "vendor"
    SCHOOL = "school"
    USER = "user"
    THIRD = "third"
    NONE = "none"


class Force(StrEnum):
    """How binding the words are."""

    DUTY = "duty"  # shall, must, agrees to
    PRACTICE = "practice"  # we do, we do not
    MAY = "may"
    HEDGED = "hedged"  # strive, where practicable, as required by law
    NONE = "none"


class Exceptions(StrEnum):
    """What an exception in the sentence does to it."""

    NONE = "none"
    LAWFUL = "lawful"
    CONSENT = "consent"  # only with, or not without, somebody's prior agreement
    SWALLOW = "swallow"


@dataclass(frozen=True, slots=True)
class Reading:
    """What `sentence` says about `provision_id`: the claim it makes, for whom and how firmly.

    `score` in [0, 1] is the calibrated probability of the claim. `cues` are the words that set or
    changed a part, as "part: words", for `--why`.
    """

    provision_id: str
    claim: str
    stance: Stance
    sentence: Sentence
    actor: Actor
    scope: Scope
    force: Force
    exceptions: Exceptions
    score: float
    cues: tuple[str, ...] = ()
