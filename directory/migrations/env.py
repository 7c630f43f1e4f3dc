"""Runs the migrations against the engine it is handed."""

from alembic import context
from sqlalchemy import Connection

connection: Connection = context.config.attributes["connection"]
# Batch mode lets SQLite, which cannot alter a column, rebuild the table instead.
context.configure(connection=connection, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
