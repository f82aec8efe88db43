"""YAML into a Ruleset, with errors that point at file, line and column."""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from contractcheck.errors import RulesetError
from contractcheck.load.schema import CasesFile, ProvisionFile, RulesetFile
from contractcheck.ruleset import Case, Citation, Claim, Element, Mark, Mutation, Provision, Ruleset, Severity, Stance

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Model = TypeVar("_Model", bound=BaseModel)


def root() -> Path:
    """The folder of the shipped rulesets: in the installed package, or at the root of a checkout."""
    inside = Path(str(resources.files("contractcheck"))) / "_rulesets"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[3] / "rulesets"


def names() -> tuple[str, ...]:
    """Ids of the shipped rulesets, sorted."""
    return tuple(sorted(p.parent.name for p in root().glob("*/ruleset.yaml")))


def load_ruleset(name: str) -> Ruleset:
    """The ruleset called `name`, or in the folder `name`.

    RulesetError when there is none (with the names there are) or when a file is wrong (with its place).
    """
    shipped = root() / name
    folder = shipped if "/" not in name and "\\" not in name and (shipped / "ruleset.yaml").is_file() else Path(name)
    if not (folder / "ruleset.yaml").is_file():
        near = difflib.get_close_matches(name, names(), 1)
        raise RulesetError(f"there is no ruleset {name!r}\n  known rulesets: {', '.join(names())}" + (f"    (did you mean {near[0]!r}?)" if near else ""))
    head = _read(folder / "ruleset.yaml", RulesetFile)
    files = [folder / "ruleset.yaml"]
    provisions = []
    for provision_id in head.provisions:
        path = folder / "provisions" / f"{provision_id}.yaml"
        if not path.is_file():
            raise RulesetError(f"{_show(folder / 'ruleset.yaml')}\n  provisions lists {provision_id!r}, but {_show(path)} does not exist")
        files.append(path)
        provisions.append(_provision(provision_id, path))
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode())
        # Newlines as git may change them must not change the name of the ruleset.
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return Ruleset(head.id, head.title, head.version, head.authority, digest.hexdigest(), tuple(provisions))


def load_cases(name: str, provision_id: str) -> tuple[tuple[Case, ...], tuple[Mutation, ...]]:
    """The cases and mutations beside a provision; both empty where it has no cases file."""
    folder = root() / name if (root() / name).is_dir() else Path(name)
    path = folder / "provisions" / f"{provision_id}.cases.yaml"
    if not path.is_file():
        return (), ()
    content = _read(path, CasesFile)
    return (
        tuple(Case(id_, c.text, c.verdict, c.why) for id_, c in content.cases.items()),
        tuple(Mutation(id_, m.find, m.replace, m.why) for id_, m in content.mutations.items()),
    )


def _provision(provision_id: str, path: Path) -> Provision:
    content = _read(path, ProvisionFile)
    claims = tuple(Claim(id_, Stance(c.stance), c.text) for id_, c in content.claims.items())
    known = {claim.id for claim in claims}
    elements = []
    for id_, e in content.elements.items():
        for claim in e.claims:
            if claim not in known:
                near = difflib.get_close_matches(claim, known, 1)
                line, column = _mark(path, ("elements", id_, "claims"))
                raise RulesetError(
                    f"{_show(path)}:{line}:{column}\n  at elements > {id_} > claims\n  unknown claim {claim!r}\n  known claims: {', '.join(sorted(known))}"
                    + (f"    (did you mean {near[0]!r}?)" if near else "")
                )
        elements.append(Element(id_, e.text, e.decides, e.claims, e.pattern, Citation(e.citation.text, Mark(e.citation.mark)) if e.citation else None))
    for key, pattern in (("topic", content.topic), *((f"elements > {e.id} > pattern", e.pattern) for e in elements)):
        try:
            re.compile(pattern)
        except re.error as error:
            line, column = _mark(path, tuple(key.split(" > ")))
            raise RulesetError(f"{_show(path)}:{line}:{column}\n  at {key}\n  not a regular expression: {error}") from error
    return Provision(
        id=provision_id,
        title=content.title,
        bound=content.bound,
        severity=Severity(content.severity),
        citation=Citation(content.citation.text, Mark(content.citation.mark)),
        demand=content.demand,
        claims=claims,
        elements=tuple(elements),
        met=content.met,
        partial=content.partial,
        contradicted=content.contradicted,
        exceptions=content.exceptions,
        good=content.good,
        bad=content.bad,
        question=content.question,
        advice=content.advice,
        model_text=content.model_text,
        fallback=content.fallback,
        topic=content.topic,
    )


def _read(path: Path, model: type[_Model]) -> _Model:
    text = path.read_text(encoding="utf-8")
    try:
        content = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{_show(path)}:{mark.line + 1}:{mark.column + 1}" if mark else _show(path)
        raise RulesetError(f"{place}\n  not valid YAML: {error.problem}") from error
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise RulesetError("\n".join(_explain(path, model, error))) from error


def _explain(path: Path, model: type[BaseModel], error: ValidationError) -> Iterator[str]:
    for item in error.errors():
        keys = tuple(item["loc"])
        line, column = _mark(path, keys)
        yield f"{_show(path)}:{line}:{column}"
        yield f"  at {' > '.join(map(str, keys)) or 'the top of the file'}"
        if item["type"] == "extra_forbidden":
            fields = [*model.model_fields] if len(keys) == 1 else []
            near = difflib.get_close_matches(str(keys[-1]), fields, 1)
            yield f"  unknown key {str(keys[-1])!r}" + (f"    (did you mean {near[0]!r}?)" if near else "")
        else:
            yield f"  {item['msg']}"


def _mark(path: Path, keys: tuple[int | str, ...]) -> tuple[int, int]:
    """Line and column, from 1, of the deepest part of `keys` that the file has."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    place = (1, 1)
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == key), None)
            if pair is None:
                break
            place = (pair[0].start_mark.line + 1, pair[0].start_mark.column + 1)
            node = pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
            place = (node.start_mark.line + 1, node.start_mark.column + 1)
        else:
            break
    return place


def _show(path: Path) -> str:
    """The path from the rulesets folder on, the same on every machine."""
    try:
        return f"rulesets/{path.relative_to(root()).as_posix()}"
    except ValueError:
        return path.as_posix()
