"""Files on their way into the workspace: announced, sent to their own address, then completed.

No I/O. https://docs.slack.dev/messaging/working-with-files#uploading_files
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from bot.playground.model import Json, RefusedError


@dataclass(frozen=True, slots=True)
class Upload:
    """A file: what was announced of it, and its ``content`` once it was sent."""

    id: str
    name: str
    length: int
    alt_text: str = ""
    content: bytes | None = None

    def to_json(self, title: str) -> Json:
        """Give the file as a message shows it."""
        return {"id": self.id, "name": self.name, "title": title, "size": self.length, "alt_txt": self.alt_text}


class Uploads:
    """All files that were announced, by id."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._files: dict[str, Upload] = {}

    def announce(self, name: str, length: int, alt_text: str) -> Upload:
        """Give a file that may be sent now."""
        file = Upload(f"F0{next(self._numbers):06d}", name, length, alt_text)
        self._files[file.id] = file
        return file

    def receive(self, file_id: str, content: bytes) -> None:
        """Take the content of an announced file.

        Raises:
            RefusedError: ``file_not_found``; ``invalid_length`` if it is not as long as announced.
        """
        file = self._find(file_id)
        if len(content) != file.length:
            raise RefusedError("invalid_length")
        self._files[file_id] = replace(file, content=content)

    def complete(self, file_id: str) -> Upload:
        """Give a file that was sent.

        Raises:
            RefusedError: ``file_not_found``, also for one that was announced only.
        """
        file = self._find(file_id)
        if file.content is None:
            raise RefusedError("file_not_found")
        return file

    def _find(self, file_id: str) -> Upload:
        if file_id not in self._files:
            raise RefusedError("file_not_found")
        return self._files[file_id]
