"""The audit as JUnit XML, which build servers show as failed tests.

Each finding is a test case. Errors and warnings are failures; what is only of information passes
and says so in its output, what is waived is skipped. An audit without findings is one test that
passes.
"""

from __future__ import annotations

from xml.etree import ElementTree

from attribution.audit import Audit
from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from attribution.reports.waivers import reason_of
from evidence.case import Case
from evidence.findings import Finding, Severity


def audit_junit(case: Case, audit: Audit) -> str:
    """Render an audit as a JUnit test suite."""
    counts = _counts(audit)
    root = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(root, "testsuite", {"name": "claimtrail", **counts})
    if not audit.findings and not audit.waived:
        ElementTree.SubElement(suite, "testcase", classname="claimtrail", name="nothing found")
    named = titles()
    for finding in audit.findings:
        _judge(_test_case(suite, finding, named.get(finding.code, "")), finding)
    for waived in audit.waived:
        skipped = _test_case(suite, waived.finding, named.get(waived.finding.code, ""))
        ElementTree.SubElement(skipped, "skipped", message=printable(reason_of(waived)))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _counts(audit: Audit) -> dict[str, str]:
    failures = sum(finding.severity is not Severity.INFO for finding in audit.findings)
    counts = {
        "tests": len(audit.findings) + len(audit.waived) or 1,
        "failures": failures,
        "errors": 0,
        "skipped": len(audit.waived),
    }
    return {name: str(count) for name, count in counts.items()}


def _test_case(suite: ElementTree.Element, finding: Finding, title: str) -> ElementTree.Element:
    message = printable(finding.message)
    attributes = {"classname": f"claimtrail.{finding.code}", "name": f"{title}: {message}"}
    if finding.place is not None:
        attributes["file"] = printable(finding.place.file)
        attributes |= {"line": str(finding.place.line)} if finding.place.line else {}
    return ElementTree.SubElement(suite, "testcase", attributes)


def _judge(case: ElementTree.Element, finding: Finding) -> None:
    message, hint = printable(finding.message), printable(finding.hint)
    if finding.severity is Severity.INFO:
        ElementTree.SubElement(case, "system-out").text = f"{message}\n{hint}"
    else:
        failed = {"type": finding.severity.value, "message": message}
        ElementTree.SubElement(case, "failure", failed).text = f"{message}\n{hint}"
