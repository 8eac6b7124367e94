"""The audit as JUnit XML, which build servers show as failed tests.

Each finding is a test case. Errors and warnings are failures; what is only of information passes
and says so in its output. An audit without findings is one test that passes.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from evidence.case import Case
from evidence.findings import Finding, Severity


def audit_junit(case: Case, findings: Sequence[Finding]) -> str:
    """Render findings as a JUnit test suite."""
    failures = sum(finding.severity is not Severity.INFO for finding in findings)
    counts = {"tests": str(len(findings) or 1), "failures": str(failures), "errors": "0"}
    root = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(root, "testsuite", {"name": "claimtrail", **counts})
    if not findings:
        ElementTree.SubElement(suite, "testcase", classname="claimtrail", name="nothing found")
    named = titles()
    for finding in findings:
        _test_case(suite, finding, named.get(finding.code, ""))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _test_case(suite: ElementTree.Element, finding: Finding, title: str) -> None:
    message, hint = printable(finding.message), printable(finding.hint)
    attributes = {"classname": f"claimtrail.{finding.code}", "name": f"{title}: {message}"}
    if finding.place is not None:
        attributes["file"] = printable(finding.place.file)
        attributes |= {"line": str(finding.place.line)} if finding.place.line else {}
    case = ElementTree.SubElement(suite, "testcase", attributes)
    if finding.severity is Severity.INFO:
        ElementTree.SubElement(case, "system-out").text = f"{message}\n{hint}"
    else:
        failed = {"type": finding.severity.value, "message": message}
        ElementTree.SubElement(case, "failure", failed).text = f"{message}\n{hint}"
