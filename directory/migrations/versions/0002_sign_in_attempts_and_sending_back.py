"""Sign-in guesses are counted, and a coordinator can say why a listing was sent back."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sign_in_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_attempt")),
    )
    op.create_index(op.f("ix_sign_in_attempt_key"), "sign_in_attempt", ["key", "happened_at"])
    op.create_index(op.f("ix_sign_in_attempt_happened_at"), "sign_in_attempt", ["happened_at"])
    # The default lets the code before this migration go on adding listings.
    op.add_column(
        "listing", sa.Column("sent_back_because", sa.String(), nullable=False, server_default="")
    )


def downgrade() -> None:
    op.drop_column("listing", "sent_back_because")
    op.drop_index(op.f("ix_sign_in_attempt_happened_at"), table_name="sign_in_attempt")
    op.drop_index(op.f("ix_sign_in_attempt_key"), table_name="sign_in_attempt")
    op.drop_table("sign_in_attempt")
