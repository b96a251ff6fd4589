"""What Alembic runs: the migrations, over the connection and inside the transaction of whoever called."""

from typing import Any

from alembic import context

from archive.store.tables import Row


def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compare_to: Any) -> bool:
    """Leaves the tables of the full-text index out of comparisons: FTS5 makes and owns them."""
    return not (kind == "table" and name is not None and name.startswith("article_fts"))


context.configure(connection=context.config.attributes["connection"], target_metadata=Row.metadata, include_object=ours)
context.run_migrations()
