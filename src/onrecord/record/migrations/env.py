"""What Alembic runs: the steps that are missing, on the connection that `opening` hands over."""

from alembic import context

from onrecord.record.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
