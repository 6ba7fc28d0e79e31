"""The bot's database: opened when first needed, begun anew when its file is beyond repair.

An edge: the only module that opens the database. Failures become ``QuicktakeError``, whose text never holds a question.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.errors import QuicktakeError
from bot.store import FILE_NAME
from bot.store.schema import MIGRATIONS, Migration, migrate

LOCK_WAIT_S = 2
"""How long SQLite waits for another process, such as an export, before it gives up; recording tries again later."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_COMPANIONS = ("", "-wal", "-shm")  # a new file must not inherit the write-ahead log of the old one


def sqlite_url(path: Path) -> URL:
    """Return the address of a SQLite file."""
    return URL.create("sqlite", database=str(path))


class Database:
    """Gives out connections; safe to use from several threads.

    ``mishaps`` are sentences for an admin about files that were set aside. One that ``is_read_only`` is left as it is
    found: not begun, not brought up to date, not set aside.
    """

    def __init__(
        self, url: str | URL, migrations: Sequence[Migration] = MIGRATIONS, *, is_read_only: bool = False
    ) -> None:
        self.mishaps: tuple[str, ...] = ()
        self._url = make_url(url)
        self._migrations = migrations
        self._is_read_only = is_read_only
        self._engine: Engine | None = None
        self._opening = threading.Lock()
        # A database in memory is one connection, which only one thread may use at a time.
        self._turn = threading.RLock() if self.path is None and self._is_sqlite else nullcontext()

    @classmethod
    def in_folder(cls, folder: Path, *, is_read_only: bool = False) -> Database:
        """Return the database in a data folder."""
        return cls(sqlite_url(folder / FILE_NAME), is_read_only=is_read_only)

    @property
    def path(self) -> Path | None:
        """The file, or None if the database is in memory or on a server."""
        name = self._url.database
        return Path(name) if self._is_sqlite and name and name != ":memory:" else None

    @property
    def is_begun(self) -> bool:
        """Whether there is anything to read: merely looking must not make a file."""
        return self.path is None or self.path.exists()

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Give a connection in a transaction, which ends with the block.

        Raises:
            QuicktakeError: the database cannot be used now; if its file is damaged, the next attempt finds a new one.
        """
        engine = None
        try:
            engine = self._opened()
            with self._turn, engine.begin() as connection:
                yield connection
        except SQLAlchemyError as failure:
            if _is_damage(failure) and not self._is_read_only:
                self._set_aside(engine)
            raise QuicktakeError(f"{self._name}: {_reason(failure)}") from failure

    def checkpoint(self) -> bool:
        """Empty SQLite's write-ahead log into the file, so that what was deleted is in neither; return whether it is.

        While somebody else reads, the log is kept for them:
        https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
        """
        if self.path is None:
            return True
        with self.begin() as connection:
            is_busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        return not is_busy

    def close(self) -> None:
        """Give all connections back."""
        with self._opening:
            self._dispose()

    @property
    def _is_sqlite(self) -> bool:
        return self._url.get_backend_name() == "sqlite"

    @property
    def _name(self) -> str:
        return str(self.path or self._url.render_as_string(hide_password=True))

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                self._engine = self._open()
            return self._engine

    def _open(self) -> Engine:
        if self._is_read_only:
            return _engine(_read_only(self._url), in_memory=False, is_tuned=False)
        self._make_place()
        engine = _engine(self._url, in_memory=self.path is None and self._is_sqlite)
        try:
            with engine.begin() as connection:
                migrate(connection, self._migrations)
        except QuicktakeError as too_new:
            engine.dispose()
            raise QuicktakeError(f"{self._name}: {too_new}") from too_new
        except BaseException:
            engine.dispose()
            raise
        return engine

    def _make_place(self) -> None:
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if not self.path.exists():
                self.path.touch(
                    mode=0o600
                )  # what people ask is for the bot's owner alone; SQLite's companions follow suit
        except OSError as failure:
            raise QuicktakeError(f"{self.path}: {failure.strerror}; check QUICKTAKE_DATA_DIR") from failure

    def _set_aside(self, failed: Engine | None) -> None:
        """Move the file away, unless another thread was first; ``failed`` is None if it could not even be opened."""
        with self._opening:
            if failed is not self._engine or self.path is None or not self.path.exists():
                return
            self._dispose()
            aside = _moved_away(self.path)
        self.mishaps += (f"{self.path} was damaged; it now is {aside}, and a new one was begun",)

    def _dispose(self) -> None:
        if self._engine:
            self._engine.dispose()
        self._engine = None


def _read_only(url: URL) -> URL:
    if url.get_backend_name() != "sqlite":
        return url
    return url.set(database=Path(str(url.database)).absolute().as_uri(), query={"mode": "ro", "uri": "true"})


def _engine(url: URL, *, in_memory: bool, is_tuned: bool = True) -> Engine:
    # Parameters are people's questions: they must not get into an error's text, and so into a log.
    options: dict[str, Any] = {"hide_parameters": True}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": LOCK_WAIT_S}
    if in_memory:
        options |= {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    engine = create_engine(url, **options)
    if url.get_backend_name() == "sqlite" and is_tuned:
        event.listen(engine, "connect", _tune)
    return engine


def _tune(connection: sqlite3.Connection, _record: object) -> None:
    """Let readers and the writer work at once; overwrite what is deleted.

    In WAL mode, NORMAL loses no commit when the process dies, only perhaps the last ones when the power fails:
    https://www.sqlite.org/pragma.html#pragma_synchronous
    """
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _is_damage(failure: SQLAlchemyError) -> bool:
    code = getattr(getattr(failure, "orig", None), "sqlite_errorcode", 0)
    return code & 0xFF in _DAMAGED


def _reason(failure: SQLAlchemyError) -> str:
    return str(failure.orig if isinstance(failure, DBAPIError) else failure)


def _moved_away(path: Path) -> Path:
    """Rename a file and its companions, and return its new name."""
    names = (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in range(1, 1000))
    aside = next(name for name in names if not name.exists())
    parts = [(Path(f"{path}{ending}"), f"{aside}{ending}") for ending in _COMPANIONS]
    try:
        for part, name in parts:
            if part.exists():
                part.rename(name)
    except OSError as failure:
        raise QuicktakeError(f"{path} is damaged and cannot be moved away: {failure.strerror}") from failure
    return aside
