"""The zip around a Word document: bounded reading, safe XML, the parts that matter."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from contractcheck.errors import ExtractError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ENTRIES = 5_000
MAX_EXPANDED_BYTES = 400_000_000
MAX_PART_BYTES = 100_000_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SUSPECT = "do not open it; ask for another copy"
_DAMAGED = "open it in Word, let Word repair it, and save it again"


class Package:
    """Read access to the parts of one .docx file."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise ExtractError("corrupt", f"the Word file is damaged ({error})", _DAMAGED) from error
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_EXPANDED_BYTES:
            raise ExtractError("too-large", "the Word file expands to far more than a contract can hold", _SUSPECT)
        self.names = frozenset(entry.filename for entry in entries)
        self.main = self._main_part()

    def xml(self, name: str) -> _Element | None:
        """The root of part `name`, None when the package has no such part."""
        if name not in self.names:
            return None
        from lxml import etree

        try:
            with self._archive.open(name) as stream:
                # The directory's sizes can lie; what is really unpacked is bounded here.
                content = stream.read(MAX_PART_BYTES + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error) as error:
            kind = "encrypted" if "password" in str(error) else "corrupt"
            raise ExtractError(kind, f"{name} in the Word file cannot be unpacked ({error})", _DAMAGED) from error
        if len(content) > MAX_PART_BYTES:
            raise ExtractError("too-large", f"{name} in the Word file is too large", _SUSPECT)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
        try:
            root = etree.fromstring(content.replace(_STRICT, _TRANSITIONAL), parser)
        except etree.XMLSyntaxError as error:
            raise ExtractError("corrupt", f"{name} in the Word file is damaged ({error})", _DAMAGED) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise ExtractError("corrupt", f"{name} in the Word file holds a DTD, which Word never writes", _SUSPECT)
        return root

    def beside(self, name: str) -> _Element | None:
        """The root of a part in the folder of the main part, such as "styles.xml"."""
        return self.xml(posixpath.join(posixpath.dirname(self.main), name))

    def _main_part(self) -> str:
        relationships = self.xml("_rels/.rels")
        for relationship in relationships.iter(_RELATIONSHIP) if relationships is not None else ():
            if (relationship.get("Type") or "").endswith("/officeDocument"):
                target = posixpath.normpath((relationship.get("Target") or "").lstrip("/"))
                if target in self.names:
                    return target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise ExtractError("not-ooxml", "the zip archive holds no Word document", "save the document as .docx again")
