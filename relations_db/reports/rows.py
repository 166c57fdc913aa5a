"""What every report gives back: a sequence of frozen, typed rows that knows its columns and its title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from relations_db.errors import InvalidInput
from relations_db.values import PartialDate

if TYPE_CHECKING:
    import pandas
    import polars

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The words of one document that support a fact. `start` and `end` count characters of the document's text."""

    document: str
    published_on: PartialDate | None
    outlet: str | None
    url: str | None
    quote: str
    start: int
    end: int
    fact: str

    def __str__(self) -> str:
        day = f", {self.published_on}" if self.published_on else ""
        return f"{self.document}{day}: “{' '.join(self.quote.split())}”"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a printed table: its heading, and how a row's cell is written."""

    heading: str
    text: Callable[[Any], str]
    right: bool = False


class Rows(Sequence[R_co], Generic[R_co]):
    """The rows of a report, in its order. Compares equal to another `Rows` with equal rows."""

    __slots__ = ("_rows", "columns", "empty", "row_type", "title")

    def __init__(
        self, rows: Iterable[R_co], row_type: type[R_co], columns: tuple[Column, ...], title: str, empty: str
    ) -> None:
        self._rows = tuple(rows)
        self.row_type = row_type
        self.columns = columns
        self.title = title
        self.empty = empty

    @overload
    def __getitem__(self, index: int) -> R_co: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[R_co]: ...
    def __getitem__(self, index: int | slice) -> R_co | Rows[R_co]:
        if isinstance(index, slice):
            return Rows(self._rows[index], self.row_type, self.columns, self.title, self.empty)
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"<{self.title}: {len(self)} row{'' if len(self) == 1 else 's'}>"

    def titled(self, title: str, empty: str, without: tuple[str, ...] = ()) -> Rows[R_co]:
        """The same rows under another title, printed without the columns of these headings."""
        columns = tuple(column for column in self.columns if column.heading not in without)
        return Rows(self._rows, self.row_type, columns, title, empty)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of a row, in order."""
        return tuple(f.name for f in fields(self.row_type))  # type: ignore[arg-type]  # every row type is a dataclass

    def records(self) -> list[dict[str, Any]]:
        """The rows as plain values: dates as text, amounts as numbers, sequences as lists, unknown as None."""
        return [plain(row) for row in self._rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame, one column a field.

        Raises:
            InvalidInput: pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise InvalidInput("pandas is not installed: pip install 'relations-db[pandas]'") from None
        return pandas.DataFrame(self.records(), columns=list(self.names))

    def to_polars(self) -> polars.DataFrame:
        """The rows as a data frame, one column a field.

        Raises:
            InvalidInput: polars is not installed.
        """
        try:
            import polars
        except ImportError:
            raise InvalidInput("polars is not installed: pip install 'relations-db[polars]'") from None
        if not self._rows:
            return polars.DataFrame(schema=list(self.names))
        return polars.DataFrame(self.records(), infer_schema_length=None)


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if is_dataclass(value) and not isinstance(value, type | PartialDate):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, PartialDate | date):
        return str(value)
    return value


def number(value: Decimal) -> int | float:
    """The amount as a plain number, whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
