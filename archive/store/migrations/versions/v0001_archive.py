"""The first schema: articles and their wordings, runs, sightings and visits, the full-text index and the views."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# The text of the newest wording, out of its JSON: a walk over the sections (10 microseconds an article), every string
# in the order it was printed. Keys that are numbers are the items of lists and the cells of tables; addresses and
# alternative texts of pictures are no words of the paper.
ARTICLE_TEXT = """
CREATE VIEW article_text AS
SELECT
  article.ordinal AS ordinal,
  json_extract(revision.json, '$.headline') AS headline,
  (
    SELECT group_concat(word.atom, char(10)) FROM json_tree(revision.json, '$.sections') AS word
    WHERE word.type = 'text'
      AND (word.key IN ('heading', 'text', 'cite') OR typeof(word.key) = 'integer')
  ) AS text,
  (
    SELECT group_concat(word.atom, char(10)) FROM json_tree(revision.json, '$.sections') AS word
    WHERE word.type = 'text' AND word.key IN ('caption', 'credit')
  ) AS captions
FROM article JOIN revision ON revision.id = article.revision
WHERE article.ordinal IS NOT NULL
"""

# External content keeps the text once, in the JSON. FTS5 reads it from the view for each hit; but its 'rebuild' and
# 'integrity-check' with a rank use no virtual table, and json_tree is one: rebuild by 'delete-all' and INSERT.
ARTICLE_FTS = """
CREATE VIRTUAL TABLE article_fts USING fts5(
  headline, text, captions,
  content = 'article_text', content_rowid = 'ordinal', tokenize = 'unicode61 remove_diacritics 2'
)
"""

SECTION = """
CREATE VIEW section AS
SELECT
  revision.article AS article,
  revision.id AS revision,
  section.key AS position,
  json_extract(section.value, '$.heading') AS heading,
  json_extract(section.value, '$.level') AS level,
  json_extract(section.value, '$.blocks') AS blocks
FROM revision, json_each(revision.json, '$.sections') AS section
"""

COMMENT_FORM = """
CREATE VIEW comment_form AS
SELECT
  revision.article AS article,
  revision.id AS revision,
  json_extract(revision.json, '$.comment_form.state') AS state,
  json_extract(revision.json, '$.comment_form.kind') AS kind,
  json_extract(revision.json, '$.comment_form.heading') AS heading,
  json_extract(revision.json, '$.comment_form.notice') AS notice,
  json_extract(revision.json, '$.comment_form.method') AS method,
  json_extract(revision.json, '$.comment_form.action') AS action,
  json_extract(revision.json, '$.comment_form.comments') AS comments,
  json_extract(revision.json, '$.comment_form.fields') AS fields
FROM revision
WHERE revision.json IS NOT NULL
"""


def upgrade() -> None:
    make_articles()
    make_frontier()
    for statement in (ARTICLE_TEXT, ARTICLE_FTS, SECTION, COMMENT_FORM):
        op.execute(statement)


def make_articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("published", sa.BigInteger(), nullable=True),
        sa.Column("ordinal", sa.BigInteger(), nullable=True),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("last_seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("ordinal", name="article_ordinal"),
    )
    op.create_index("article_outlet", "article", ["outlet", "published"])
    op.create_index("article_published", "article", ["published", "id"])
    op.create_table(
        "revision",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("page_hash", sa.Text(), nullable=True),
        sa.Column("json", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("article", "fingerprint", name="revision_wording"),
    )
    op.create_table(
        "revision_seen",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("last_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"]),
        sa.ForeignKeyConstraint(["revision"], ["revision.id"]),
        sa.PrimaryKeyConstraint("article", "sequence"),
    )
    op.create_index("revision_seen_revision", "revision_seen", ["revision"])
    op.create_table(
        "byline",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"]),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("byline_name", "byline", ["name"])
    op.create_table(
        "tag",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"]),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("tag_name", "tag", ["name"])
    op.create_table(
        "alias",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"]),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("alias_article", "alias", ["article"])


def make_frontier() -> None:
    op.create_table(
        "host",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "crawl_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("counters", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "sighting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("dated", sa.BigInteger(), nullable=True),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("queue", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("article", sa.Text(), nullable=True),
        sa.Column("leased_by", sa.Integer(), nullable=True),
        sa.Column("last_visit_at", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["article.id"]),
        sa.ForeignKeyConstraint(["host"], ["host.name"]),
        sa.ForeignKeyConstraint(["leased_by"], ["crawl_run.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", name="sighting_key"),
    )
    op.create_index("sighting_article", "sighting", ["article"])
    op.create_index("sighting_due", "sighting", ["outlet", "due_at"])
    pending = sa.text("state = 'pending'")
    op.create_index("sighting_queue", "sighting", ["outlet", "queue", "id"], sqlite_where=pending)
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sighting", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("entries", sa.Integer(), nullable=True),
        sa.Column("page_hash", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run"], ["crawl_run.id"]),
        sa.ForeignKeyConstraint(["sighting"], ["sighting.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("visit_day", "visit", ["day"])
    op.create_index("visit_run", "visit", ["run"])
    op.create_index("visit_sighting", "visit", ["sighting"])
