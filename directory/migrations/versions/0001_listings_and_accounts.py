"""Listings, organisations, places, schedules, accounts and the catalogue's change log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "catalogue_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_change")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
        sa.UniqueConstraint("source", "source_id", name=op.f("uq_organisation_source_source_id")),
    )
    op.create_index(op.f("ix_organisation_name"), "organisation", ["name"], unique=False)
    op.create_table(
        "practice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("locality", sa.String(), nullable=False),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lng", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice")),
        sa.UniqueConstraint("slug", name=op.f("uq_practice_slug")),
    )
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("name", name=op.f("uq_role_name")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(), nullable=False),
        sa.Column("practice_id", sa.String(), nullable=True),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("invited_at", sa.DateTime(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practice.id"], name=op.f("fk_account_practice_id_practice")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_account_fs_uniquifier")),
    )
    op.create_table(
        "account_role",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_account_role_account_id_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["role_id"], ["role.id"], name=op.f("fk_account_role_role_id_role"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "role_id", name=op.f("pk_account_role")),
    )
    op.create_table(
        "listing",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("region", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("first_visit", sa.String(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("joining_note", sa.String(), nullable=False),
        sa.Column("reach", sa.String(length=32), nullable=False),
        sa.Column("area_name", sa.String(), nullable=False),
        sa.Column("area_lat", sa.Double(), nullable=True),
        sa.Column("area_lng", sa.Double(), nullable=True),
        sa.Column("area_radius_km", sa.Double(), nullable=True),
        sa.Column("cost", sa.String(length=32), nullable=True),
        sa.Column("cost_amount", sa.Numeric(precision=8, scale=2), nullable=True),
        sa.Column("cost_note", sa.String(), nullable=False),
        sa.Column("min_age", sa.Integer(), nullable=True),
        sa.Column("max_age", sa.Integer(), nullable=True),
        sa.Column("gender", sa.String(length=32), nullable=True),
        sa.Column("capacity", sa.String(length=32), nullable=True),
        sa.Column("places_left", sa.Integer(), nullable=True),
        sa.Column("capacity_on", sa.Date(), nullable=True),
        sa.Column("assured_on", sa.Date(), nullable=True),
        sa.Column("assured_by", sa.String(), nullable=False),
        sa.Column("practice_id", sa.String(), nullable=True),
        sa.Column("proposed_by_id", sa.Integer(), nullable=True),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("source_id", sa.String(), nullable=True),
        sa.Column("source_digest", sa.String(), nullable=True),
        sa.Column("source_note", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "cost_amount IS NULL OR cost_amount >= 0", name=op.f("ck_listing_cost_is_not_negative")
        ),
        sa.CheckConstraint(
            "max_age IS NULL OR max_age BETWEEN 0 AND 120",
            name=op.f("ck_listing_max_age_is_an_age"),
        ),
        sa.CheckConstraint(
            "min_age IS NULL OR max_age IS NULL OR min_age <= max_age",
            name=op.f("ck_listing_ages_are_in_order"),
        ),
        sa.CheckConstraint(
            "min_age IS NULL OR min_age BETWEEN 0 AND 120",
            name=op.f("ck_listing_min_age_is_an_age"),
        ),
        sa.CheckConstraint(
            "places_left IS NULL OR places_left >= 0",
            name=op.f("ck_listing_places_are_not_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_listing_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practice.id"], name=op.f("fk_listing_practice_id_practice")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["account.id"], name=op.f("fk_listing_proposed_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listing")),
        sa.UniqueConstraint("source", "source_id", name=op.f("uq_listing_source_source_id")),
    )
    op.create_index(
        op.f("ix_listing_organisation_id"), "listing", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_listing_proposed_by_id"), "listing", ["proposed_by_id"], unique=False)
    op.create_index(op.f("ix_listing_status_name"), "listing", ["status", "name"], unique=False)
    op.create_table(
        "listing_audience",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=32), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_audience_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "position", name=op.f("pk_listing_audience")),
    )
    op.create_table(
        "listing_feature",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("feature", sa.String(length=32), nullable=False),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_feature_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "feature", name=op.f("pk_listing_feature")),
    )
    op.create_table(
        "listing_joining",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_joining_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "way", name=op.f("pk_listing_joining")),
    )
    op.create_table(
        "listing_language",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_language_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "language", name=op.f("pk_listing_language")),
    )
    op.create_table(
        "listing_mode",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_mode_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "mode", name=op.f("pk_listing_mode")),
    )
    op.create_table(
        "listing_term",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("relation", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_term_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "term", "relation", name=op.f("pk_listing_term")),
    )
    op.create_index(op.f("ix_listing_term_term"), "listing_term", ["term"], unique=False)
    op.create_table(
        "listing_vector",
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("encoder", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("vectors", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_listing_vector_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("listing_id", "encoder", name=op.f("pk_listing_vector")),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("locality", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lng", sa.Double(), nullable=True),
        sa.Column("is_exact", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(lat IS NULL) = (lng IS NULL)", name=op.f("ck_place_point_is_whole")),
        sa.CheckConstraint(
            "lat IS NULL OR lat BETWEEN -90 AND 90", name=op.f("ck_place_lat_is_on_earth")
        ),
        sa.CheckConstraint(
            "lng IS NULL OR lng BETWEEN -180 AND 180", name=op.f("ck_place_lng_is_on_earth")
        ),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_place_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
    )
    op.create_index(
        op.f("ix_place_listing_id_position"), "place", ["listing_id", "position"], unique=False
    )
    op.create_table(
        "place_access",
        sa.Column("place_id", sa.String(), nullable=False),
        sa.Column("feature", sa.String(length=32), nullable=False),
        sa.Column("is_present", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["place_id"],
            ["place.id"],
            name=op.f("fk_place_access_place_id_place"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("place_id", "feature", name=op.f("pk_place_access")),
    )
    op.create_table(
        "schedule",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("listing_id", sa.String(), nullable=False),
        sa.Column("place_id", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("timezone", sa.String(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=True),
        sa.Column("rrule", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["listing_id"],
            ["listing.id"],
            name=op.f("fk_schedule_listing_id_listing"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_schedule_place_id_place"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule")),
    )
    op.create_index(
        op.f("ix_schedule_listing_id_position"),
        "schedule",
        ["listing_id", "position"],
        unique=False,
    )
    op.create_table(
        "schedule_exception",
        sa.Column("schedule_id", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["schedule.id"],
            name=op.f("fk_schedule_exception_schedule_id_schedule"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("schedule_id", "on_date", name=op.f("pk_schedule_exception")),
    )


def downgrade() -> None:
    op.drop_table("schedule_exception")
    op.drop_index(op.f("ix_schedule_listing_id_position"), table_name="schedule")
    op.drop_table("schedule")
    op.drop_table("place_access")
    op.drop_index(op.f("ix_place_listing_id_position"), table_name="place")
    op.drop_table("place")
    op.drop_table("listing_vector")
    op.drop_index(op.f("ix_listing_term_term"), table_name="listing_term")
    op.drop_table("listing_term")
    op.drop_table("listing_mode")
    op.drop_table("listing_language")
    op.drop_table("listing_joining")
    op.drop_table("listing_feature")
    op.drop_table("listing_audience")
    op.drop_index(op.f("ix_listing_status_name"), table_name="listing")
    op.drop_index(op.f("ix_listing_proposed_by_id"), table_name="listing")
    op.drop_index(op.f("ix_listing_organisation_id"), table_name="listing")
    op.drop_table("listing")
    op.drop_table("account_role")
    op.drop_table("account")
    op.drop_table("role")
    op.drop_table("practice")
    op.drop_index(op.f("ix_organisation_name"), table_name="organisation")
    op.drop_table("organisation")
    op.drop_table("catalogue_change")
