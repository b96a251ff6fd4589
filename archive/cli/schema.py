"""`kliping schema`: what an exported line looks like, for programs."""

import json
from typing import Annotated

import typer

from archive.cli.export import Revisions


def schema(
    revisions: Revisions = "latest",
    features: Annotated[
        bool, typer.Option("--features", help="The types for Hugging Face datasets: Features.from_dict reads them.")
    ] = False,
) -> None:
    """Print the JSON Schema that every exported line validates against.

    Example: kliping schema --revisions all
    """
    from archive import jsonl
    from archive.cli.console import write_bytes
    from archive.export import features as datasets

    wanted = datasets.features(revisions) if features else jsonl.schema(revisions)
    write_bytes(json.dumps(wanted, ensure_ascii=False, indent=2).encode())
