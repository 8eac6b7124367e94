from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.__main__ import main
from bench.job import Job, Prepared
from bench.jobs import JOBS, STEPS
from bench.measuring import Measurement, as_json, measure, measure_apart
from bench.report import growth, report


def job(name: str = "build", baseline: str | None = "bare networkx") -> Job:
    return Job(name, "attributions", lambda size: Prepared(lambda: None, size), baseline, (10, 100))


def cost(name: str, size: int, cpu: float, length: int = 0) -> Measurement:
    return Measurement(name, size, items=size, bytes=length, seconds=cpu, cpu=cpu, peak=50)


def test_steps_name_baselines_that_exist() -> None:
    assert all(step.baseline in {*JOBS, None} for step in STEPS)
    assert all(step.sizes == tuple(sorted(set(step.sizes))) for step in STEPS)


def test_work_is_prepared_once_and_repeated_while_it_is_short() -> None:
    calls: list[str] = []

    def prepare(size: int) -> Prepared:
        calls.append("prepare")
        return Prepared(lambda: calls.append("work"), size, 7)

    measurement = measure(Job("quick", "things", prepare, None, ()), 3)
    assert calls == ["prepare", *["work"] * 5]
    assert (measurement.items, measurement.bytes, measurement.failure) == (3, 7, "")
    assert measurement.peak > 1
    assert Measurement(**json.loads(as_json(measurement))) == measurement


def test_a_job_is_measured_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    measurement = measure_apart(JOBS["bare networkx"], 20, limit=60)
    assert measurement.failure == ""
    assert measurement.items == 20
    assert measurement.seconds > 0


def test_what_fails_or_takes_too_long_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    assert measure_apart(JOBS["build"], 20, limit=0.01).failure == "took more than 0 s"
    assert "at least 1 attribution" in measure_apart(JOBS["build"], 0, limit=60).failure


@pytest.mark.parametrize(("costs", "exponent"), [((1, 10), 1), ((1, 100), 2), ((3, 3), 0)])
def test_growth_is_the_exponent_of_cost(costs: tuple[float, float], exponent: float) -> None:
    smaller, larger = cost("x", 10, costs[0]), cost("x", 100, costs[1])
    assert growth(smaller, larger) == pytest.approx(exponent)


def test_growth_counts_bytes_where_there_are_any() -> None:
    smaller, larger = cost("x", 1, 1.0, length=100), cost("x", 2, 9.0, length=900)
    assert growth(smaller, larger) == pytest.approx(1)


def test_the_report_holds_rates_ratios_and_growth() -> None:
    results = {
        ("build", 10): cost("build", 10, 0.5, length=200_000),
        ("bare networkx", 10): cost("bare networkx", 10, 0.25),
        ("build", 100): cost("build", 100, 5.0, length=2_000_000),
    }
    first, second = report([job()], results).splitlines()[2:4]
    assert [cell.strip() for cell in first.strip("|").split("|")] == [
        "build",
        "10 attributions",
        "0.50",
        "0.50",
        "20, 0.40 MB",
        "50",
        "2 x bare networkx",
        "",
    ]
    assert "20, 0.40 MB" in second
    assert second.rstrip(" |").endswith("1.00")


def test_the_report_shows_what_has_no_figures() -> None:
    failed = Measurement("build", 10, failure="took more than 5 s")
    lines = report([job()], {("build", 10): failed, ("build", 100): cost("build", 100, 1)})
    assert "| took more than 5 s |" in lines
    assert len(lines.splitlines()[2].split("|")) == len(lines.splitlines()[3].split("|"))


def test_the_command_prints_a_table_and_writes_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.__main__.STEPS", (job(),))
    monkeypatch.setattr(
        "bench.__main__.measure_apart", lambda job, size, limit: cost(job.name, size, size / 10)
    )
    out = tmp_path / "bench.jsonl"
    result = CliRunner().invoke(main, ["--largest", "10", "--json", str(out)])
    assert result.exit_code == 0
    assert "| build | 10 attributions |" in result.stdout
    assert "100 attributions" not in result.stdout
    assert [json.loads(line)["job"] for line in out.read_text().splitlines()] == ["build"]


def test_one_measurement_is_one_line_of_json() -> None:
    result = CliRunner().invoke(main, ["--measure", "build", "5"])
    assert json.loads(result.stdout)["items"] == 5
