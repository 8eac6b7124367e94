"""Addresses: what is asked for is what was checked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.readers.fetching.addresses import is_public
from evidence.readers.fetching.targets import target_of
from evidence.readers.refusals import Refused
from evidence.readers.urls import is_url, name_in_url


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",  # noqa: S104 - an address that is refused
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
        "2001:0:7f00:1::f5ff:fffe",
        "no address",
        "",
    ],
)
def test_addresses_of_this_machine_and_its_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://A.example", "https://a.example/"),
        ("HTTP://a.example:80/x?y=1#z", "http://a.example/x?y=1"),
        ("https://a.example:8443/x y/é%20", "https://a.example:8443/x%20y/%C3%A9%20"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2606:4700::1111]:8080/", "http://[2606:4700::1111]:8080/"),
    ],
)
def test_addresses_are_written_in_one_way(url: str, expected: str) -> None:
    assert target_of(url).url == expected
    assert target_of(target_of(url).url) == target_of(url)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/",
        "file:///etc/passwd",
        "https://",
        "https:///x",
        "https://name@a.example/",
        "https://name:password@a.example/",
        "https://a.example:99999/",
        "https://[x/",
        "https://a.example/" + "x" * 3000,
        "https://" + "ü" * 300 + ".example/",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        target_of(url)


@given(st.text(max_size=60))
def test_nothing_gets_into_a_request_but_what_may_stand_there(path: str) -> None:
    try:
        target = target_of(f"https://a.example/{path}")
    except Refused:
        return
    assert target.host == "a.example"
    assert target.path.isascii()
    assert target.path.isprintable()
    assert " " not in target.path


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/2021/strikes.html", "strikes"),
        ("https://a.example/", "a.example"),
        ("https://a.example/%C3%A9t%C3%A9", "été"),
        ("https://[x", "page"),
        ("", "page"),
    ],
)
def test_pages_are_named_after_their_address(url: str, name: str) -> None:
    assert name_in_url(url) == name


def test_what_begins_like_an_address_is_one() -> None:
    assert is_url("HTTPS://a.example")
    assert not is_url("reports/http.txt")
