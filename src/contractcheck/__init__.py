"""contractcheck: where a vendor's terms fall short of a school district's model agreement."""

__version__ = "0.1.0"
