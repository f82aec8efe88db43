"""Whose data a heading, a section's opening words or a whole document is about."""

from __future__ import annotations

import re

from contractcheck.contract import Scope

_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|"
    "kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|nebraska|nevada|new hampshire|new jersey|"
    "new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|"
    "tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming"
)
_COUNTRIES = (
    "european union|european economic area|european|eea|eu|uk|united kingdom|gdpr|switzerland|swiss|brazil|canada|canadian|quebec|australia|"
    "japan|korea|mexico|india|china|singapore|france|germany|israel|new zealand|russia"
)
_PLACE = re.compile(rf"\b(?:{_STATES}|{_COUNTRIES}|ccpa|cpra)\b", re.I)
_PEOPLE = r"(?:residents?|citizens?|users?|consumers?|visitors?|individuals?|customers?|persons?|people|data subjects?|learners?|students?|parents?|schools?|districts?|households?)"

# "If you are a resident of California", "California residents may", "users in the European Union"
_PLACE_LIMIT = re.compile(
    rf"\b(?:{_STATES}|{_COUNTRIES})(?:['’]s)?\s+(?:\w+\s+)?{_PEOPLE}\b"
    rf"|\b{_PEOPLE}\s+(?:\w+\s+)?(?:of|in|from|located in|residing in|within)\s+(?:the\s+)?(?:state of\s+)?(?:{_STATES}|{_COUNTRIES})\b"
    rf"|\b(?:resid\w+|live|located|based|domiciled|established)\s+(?:in|within)\s+(?:the\s+)?(?:state of\s+)?(?:{_STATES}|{_COUNTRIES})\b"
    rf"|\b(?:under|pursuant to|as required by)\s+(?:the\s+)?(?:california law|ccpa|california consumer privacy act|gdpr)\b"
    rf"|\bin\s+(?:the\s+)?(?:{_STATES}|{_COUNTRIES})\s*,",
    re.I,
)
_MONTANA = re.compile(r"\bmontana\b", re.I)
_UNDER_13 = re.compile(
    r"\b(?:under|below|younger than|less than)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?(?:13|thirteen)\b"
    r"|\bunder[- ]13s?\b|\b(?:13|thirteen)\s+years\s+of\s+age\s+or\s+younger\b|\bcoppa\b|\bchildren['’]?s?\s+online\s+privacy\b",
    re.I,
)
_CHILDREN = re.compile(r"\b(?:children|child|kids?|minors?)(?:['’]s)?\b", re.I)
_STUDENT = re.compile(r"\b(?:students?|pupils?|schools?|k-?\s?12|education(?:al)? records?|ferpa|classrooms?|districts?|lea)\b", re.I)
_VISITORS = re.compile(r"\b(?:website visitors?|visitors? to our (?:web)?site|shoppers?|job applicants?|applicants?|recruit\w*|employees|prospective customers?|shopping|store purchases?)\b", re.I)
_PRIVACY_RIGHTS = re.compile(r"\b(?:rights?|residents?|notice|privacy|addendum|disclosures?|supplement\w*|specific|consumers?|transfers?|users?|provisions?|law|act|jurisdictions?|states?)\b", re.I)


def section_scope(heading: str) -> Scope | None:
    """Whose data the section under `heading` is about, None where the heading does not say.

    >>> section_scope("Additional notice for California residents")
    <Scope.PLACE: 'place'>
    >>> section_scope("How we use information") is None
    True
    """
    if _MONTANA.search(heading):
        return None
    # Student sections that name a state act ("SOPIPA, California") still speak of that state only.
    if _PLACE.search(heading) and (_PRIVACY_RIGHTS.search(heading) or len(heading.split()) <= 4):
        return Scope.PLACE
    if _STUDENT.search(heading):
        return Scope.STUDENTS
    if _UNDER_13.search(heading) or _CHILDREN.search(heading):
        return Scope.UNDER_13
    if _VISITORS.search(heading):
        return Scope.PART
    return None


def limits_to_place(text: str) -> str:
    """The words that confine `text` to one state or country other than Montana; "" where none do."""
    if _MONTANA.search(text):
        return ""
    match = _PLACE_LIMIT.search(text)
    return match.group() if match else ""


def limits_to_under_13(text: str) -> str:
    """The words that confine `text` to children under 13; "" where none do."""
    match = _UNDER_13.search(text)
    return match.group() if match else ""


_SOME_PERSONS = re.compile(
    r"^\W*(?:(?:website\s+)?visitors|shoppers|buyers|purchasers|donors|job\s+applicants|applicants|(?:our\s+)?employees|newsletter\s+subscribers|event\s+attendees)\b"
    r"|\b(?:visitors\s+to\s+(?:our|the)\s+(?:public\s+|marketing\s+)?(?:web)?site|buyers|shoppers|customers\s+who\s+(?:buy|purchase|shop)|job\s+applicants|donors|paying\s+(?:customers|parents)|parents\s+who\s+pay|newsletter\s+(?:readers|subscribers)|persons\s+who\s+visit|shoppers)\b",
    re.I,
)


def limits_to_some(text: str) -> str:
    """The words that confine `text` to persons who are no pupils: visitors, shoppers, applicants; "" where none do."""
    match = _SOME_PERSONS.search(text)
    return match.group() if match else ""


def speaks_of_students(text: str) -> bool:
    """Whether `text` names pupils, schools or their records."""
    return bool(_STUDENT.search(text))


def speaks_of_children(text: str) -> bool:
    """Whether `text` names children or minors."""
    return bool(_CHILDREN.search(text))


# A section that opens with "This section applies to ..." is about them, whatever its heading says.
_SECTION_OPENS = re.compile(
    r"^(?:this|the following)\s+(?:section|notice|addendum|part|supplement\w*|statement|disclosure)\b[^.]{0,120}?\b(?:appl(?:y|ies)|is for|covers|supplements|is provided|concerns|provides)\b"
    r"|^if you (?:are|live|reside)\b",
    re.I,
)


def opening_scope(sentence: str) -> Scope | None:
    """Whose data a section is about by its first sentence, None where that does not say."""
    if not _SECTION_OPENS.search(sentence):
        return None
    if limits_to_place(sentence) or (_PLACE.search(sentence) and not _MONTANA.search(sentence)):
        return Scope.PLACE
    if limits_to_under_13(sentence):
        return Scope.UNDER_13
    return None


_EXCLUDES = re.compile(
    r"(?:\b(?:polic(?:y|ies)|notice|statement|agreement|terms)\b[^.]{0,80}?|^\W*(?:it|they)\s)\b(?:does|do|shall|will)\s+not\s+(?:apply|cover|govern|extend)\b[^.]{0,160}?"
    r"\b(?:students?|pupils?|schools?|education(?:al)? (?:records?|institutions?|accounts?|customers?)|k-?12|classrooms?)\b"
    r"|\b(?:student|pupil|school)\s+(?:data|records|accounts?|use|information)\b[^.]{0,60}?\b(?:is|are)\s+(?:not\s+(?:covered|governed)|excluded|governed (?:only |solely )?by (?:a )?separate)\b"
    r"|\b(?:not\s+(?:intended|designed|meant)|not)\s+for\s+(?:use\s+)?(?:by|in|with)\s+(?:students|pupils|schools|classrooms)\b",
    re.I,
)


# "does not govern any School's collection of data" leaves out the school's doings, not its pupils.
_SCHOOLS_DOINGS = re.compile(
    r"\b(?:schools?|districts?|institutions?|teachers?|educators?)['’]s?\s+(?:own\s+)?(?:\w+\s+)?(?:collection|use|practices|polic|processing|handling|disclosure)", re.I
)


def excludes_students(sentence: str) -> bool:
    """Whether `sentence` takes pupils who use the product through a school out of the document.

    >>> excludes_students("This policy does not apply to students who use the product through their school.")
    True
    """
    return bool(_EXCLUDES.search(sentence)) and not _SCHOOLS_DOINGS.search(sentence)
