"""A proposal as JSON: what `import FILE --json` and `rollover LAST --json` print; without -o they write nothing."""

from typing import Any

from juesuan_desktop.cli.telling import finding_json
from juesuan_desktop.desk.proposal import Group, Proposal, Recognition


def proposal_json(proposal: Proposal) -> dict[str, Any]:
    """The proposal with every value, its source, and the findings of the file."""
    found = proposal.printed
    return {
        "file": found.file,
        "form": found.form_id,
        "year": found.year,
        "unit_name": found.unit_name,
        "amount_unit": found.amount_unit,
        "remarks": list(found.remarks),
        "doubt": proposal.doubt or None,
        "balances": proposal.balances,
        "checks": dict(proposal.outcome.counts),
        "findings": [finding_json(finding) for finding in proposal.outcome.findings],
        "groups": [_group_json(group) for group in proposal.groups],
    }


def _group_json(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "title": group.title,
        "note": group.note or None,
        "doubts": list(group.doubts),
        "recognised": _recognition_json(group.recognition) if group.recognition else None,
        "values": [
            {
                "address": item.address,
                "label": item.label,
                "before": item.before or None,
                "after": item.after or None,
                "source": item.origin or None,
                "note": item.note or None,
                "written": item.taken,
            }
            for item in group.items
        ],
    }


def _recognition_json(recognition: Recognition) -> dict[str, Any]:
    return {
        "by": recognition.by,
        "certainty": recognition.certainty,
        "page": recognition.page,
        "lines": recognition.lines,
        "figures": recognition.figures,
        "not_understood": list(recognition.not_understood),
    }
