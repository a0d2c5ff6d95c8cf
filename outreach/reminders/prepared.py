"""An UPDATE that is put together once and run for every mail: to put it together takes the ORM
longer than the way to the database and back."""

from typing import Any

from django.db import connection
from django.db.models import Expression, Field, QuerySet
from django.db.models.sql import UpdateQuery


class Given(Expression):
    """The place of a value that is known when the statement runs, under its field's name."""

    def __init__(self, field: Any) -> None:
        super().__init__(output_field=field)

    def as_sql(self, *_compiler_and_connection: Any, **_more: Any) -> Any:
        return "%s", [self]

    def prepared(self, values: dict[str, object]) -> object:
        """The value as the database takes it."""
        field: Field[Any, Any] = self.output_field
        return field.get_db_prep_save(values[field.name], connection)


class PreparedUpdate:
    """What `rows.update(**changes)` does, with a Given wherever the value differs each time."""

    def __init__(self, rows: QuerySet[Any], **changes: object) -> None:
        query: Any = rows.query.chain(UpdateQuery)
        query.add_update_values(changes)
        self._sql, self._parameters = query.get_compiler(connection=connection).as_sql()

    def run(self, **values: object) -> int:
        """Returns how many rows changed."""
        parameters: list[Any] = [
            one.prepared(values) if isinstance(one, Given) else one for one in self._parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, parameters)
            changed: int = cursor.rowcount
        return changed
