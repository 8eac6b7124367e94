"""What a reader is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from evidence.findings import Finding
from evidence.readers.capture import Capture


@dataclass(frozen=True)
class Reading:
    """A text that was read, and what its file says of it.

    Attributes:
        text: The words.
        fields: Fields of `Document` that the file states, such as its title.
        publisher: The publisher's name, where the file states it.
        credited: Names of those from whom the file says it has its text.
        kept: Objects of other formats found in it, as (format, kind, object).
        findings: What is not as it should be, though it was read.
    """

    text: str
    fields: Mapping[str, object] = field(default_factory=dict)
    publisher: str | None = None
    credited: tuple[str, ...] = ()
    kept: tuple[tuple[str, str, dict[str, object]], ...] = ()
    findings: tuple[Finding, ...] = ()


Part = Reading | Capture | Finding
"""What a reader yields: a text, bytes that need a reader of their own, or what it leaves out.

What follows a text in the same file, such as the attachments of a mail, is taken to derive from it.
"""


@dataclass(frozen=True)
class Reader:
    """Turns the bytes of one kind of file into what they hold.

    Attributes:
        name: Of the format, for messages.
        media_type: Of the files it reads.
        suffixes: Their endings, in lower case.
        read: The work, a part at a time; raises ValueError where a file is damaged.
        begins: Whether bytes that begin like this may be of its kind, whatever their name says.
        holds: Whether they are, where the beginning leaves that open.
        by_name: Whether text that no reader recognises is of its kind where its name says so.
        isolated: Whether it is run in a process of its own, under limits of time and memory.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[Capture], Iterator[Part]]
    begins: Callable[[bytes], bool] = lambda _: False
    holds: Callable[[Capture], bool] = lambda _: True
    by_name: bool = True
    isolated: bool = True
