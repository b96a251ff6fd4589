"""Who said what, and what was corrected, as views over the JSON of every wording."""

from alembic import op

revision = "0002"
down_revision = "0001"

QUOTATION = """
CREATE VIEW quotation AS
SELECT
  revision.article AS article,
  revision.id AS revision,
  quotation.key AS position,
  json_extract(quotation.value, '$.text') AS text,
  json_extract(quotation.value, '$.speaker') AS speaker,
  json_extract(quotation.value, '$.description') AS description,
  json_extract(quotation.value, '$.verb') AS verb,
  json_extract(quotation.value, '$.resolved') AS resolved,
  json_extract(quotation.value, '$.section') AS section,
  json_extract(quotation.value, '$.block') AS block,
  json_extract(quotation.value, '$.start') AS start
FROM revision, json_each(revision.json, '$.quotations') AS quotation
"""

CORRECTION = """
CREATE VIEW correction AS
SELECT
  revision.article AS article,
  revision.id AS revision,
  correction.key AS position,
  json_extract(correction.value, '$.kind') AS kind,
  json_extract(correction.value, '$.text') AS text,
  json_extract(correction.value, '$.url') AS url
FROM revision, json_each(revision.json, '$.corrections') AS correction
"""


def upgrade() -> None:
    for statement in (QUOTATION, CORRECTION):
        op.execute(statement)
