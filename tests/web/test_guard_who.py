from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient

from tests.web import probe
from tests.web.conftest import client_of, form_token
from twosource.web.guard import sessions
from twosource.web.pages.sign_in import local
from twosource.web.people import ROLES, Person, Role, Token
from twosource.web.tokens import digest

SECRET = b"0123456789abcdef"
IDA = Token(name="Ida Holm", role="review", digest=digest("tws_review-token"))


@pytest.fixture
def client(hand_made: Path) -> Iterator[TestClient]:
    with client_of(probe.app(hand_made, people=True)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("path", "role", "status"),
    [
        ("/probe", "read", 200),
        ("/probe", "review", 200),
        ("/probe", "admin", 200),
        ("/probe/review", "read", 403),
        ("/probe/review", "review", 200),
        ("/probe/review", "admin", 200),
        ("/probe/admin", "read", 403),
        ("/probe/admin", "review", 403),
        ("/probe/admin", "admin", 200),
    ],
)
@pytest.mark.parametrize("way", ["bearer", "session"])
def test_each_may_what_the_role_may(client: TestClient, way: str, path: str, role: str, status: int) -> None:
    headers = probe.bearer(role) if way == "bearer" else {}
    if way == "session":
        sign_in(client, probe.TOKENS[role])
    answer = client.get(path, headers=headers)
    assert answer.status_code == status
    assert (probe.NAMES[role] in answer.text) or status == 403


@pytest.mark.parametrize("left", ROLES)
@pytest.mark.parametrize("right", ROLES)
def test_the_roles_are_in_order(left: Role, right: Role) -> None:
    assert Person(name="x", role=left).may(right) == (ROLES.index(left) >= ROLES.index(right))


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Bearer tws_review-token x",
        "Basic tws_review-token",
        "tws_review-token",
        f"Bearer {IDA.digest}",
        "Bearer tws_review-toke",
        "Bearer TWS_REVIEW-TOKEN",
    ],
)
def test_who_has_no_token_is_a_stranger(client: TestClient, header: str) -> None:
    answer = client.get("/api/probe", headers={"Authorization": header})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("header", ["Bearer tws_review-token", "bearer tws_review-token", "BEARER  tws_review-token "])
def test_who_has_one_is_not(client: TestClient, header: str) -> None:
    assert client.get("/probe", headers={"Authorization": header}).json() == {"name": "Ida Holm", "role": "review"}


def test_a_token_in_the_address_is_none(client: TestClient) -> None:
    assert client.get("/api/probe?token=tws_review-token&access_token=tws_review-token").status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/probe", {}, 303),
        ("GET", "/nothing", {}, 303),
        ("HEAD", "/probe", {}, 303),
        ("POST", "/probe", {}, 401),
        ("GET", "/probe", {"HX-Request": "true"}, 401),
        ("GET", "/probe", {"Authorization": "Bearer wrong"}, 401),
        ("GET", "/openapi.json", {}, 401),
        ("GET", "/api/nothing", {}, 401),
        ("GET", "/api/probe/raise/accident", {}, 401),
        ("GET", "/sign-in/", {}, 303),
        ("GET", "/static", {}, 303),
        ("GET", "/static/../probe", {}, 303),
        ("GET", "/sign-in", {}, 200),
    ],
)
def test_a_stranger_gets_to_the_door_and_no_further(
    client: TestClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = client.request(method, path, headers=headers)
    assert answer.status_code == status
    if status == 303:
        assert answer.headers["location"].startswith("/sign-in?next=%2F")


def test_the_door_leads_on_to_where_one_wanted_to_go(client: TestClient) -> None:
    where = client.get("/probe?q=%22a%20b%22&x=1").headers["location"]
    assert where == "/sign-in?next=%2Fprobe%3Fq%3D%2522a%2520b%2522%26x%3D1"
    page = client.get(where).text
    assert 'value="/probe?q=%22a%20b%22&amp;x=1"' in page
    answer = sign_in(client, probe.TOKENS["read"], onward="/probe?q=%22a%20b%22&x=1")
    assert answer.headers["location"] == "/probe?q=%22a%20b%22&x=1"


def test_a_link_from_elsewhere_is_followed_anew_from_here(client: TestClient) -> None:
    answer = client.get("/probe?x=<1>", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert '<meta http-equiv="refresh" content="0;url=/probe?x=%3C1%3E">' in answer.text
    assert client.get("/probe?x=1", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def sign_in(client: TestClient, token: str, *, onward: str = "/") -> Response:
    return client.post("/sign-in", data={"token": token, "next": onward, "csrf": form_token(client)})


def fields(page: str, action: str) -> dict[str, str]:
    """What a browser sends of the form that leads to ``action``, where nothing is filled in."""
    form = html.fromstring(page).xpath(f"//form[@action='{action}' and @method='post']")[0]
    return {field.name: field.value or "" for field in form.inputs if field.name}


def test_the_forms_of_the_pages_are_accepted(client: TestClient) -> None:
    door = fields(client.get("/sign-in?next=/probe").text, "/sign-in")
    answer = client.post("/sign-in", data=door | {"token": probe.TOKENS["review"]})
    assert (answer.status_code, answer.headers["location"]) == (303, "/probe")
    page = client.get("/sign-in").text
    assert "Ida Holm" in page
    assert client.post("/sign-out", data=fields(page, "/sign-out")).status_code == 303


def test_signing_in_and_out(client: TestClient) -> None:
    answer = sign_in(client, f" {probe.TOKENS['review']}\n")
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Max-Age=43200"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert "tws_" not in cookie
    assert client.get("/probe").json()["name"] == "Ida Holm"
    assert "Sign out" in client.get("/sign-in").text
    assert client.post("/sign-out", data={"csrf": "wrong"}).status_code == 403
    assert client.post("/sign-out", data={"csrf": form_token(client)}).status_code == 303
    assert client.get("/probe").status_code == 303


def test_over_https_the_cookie_stays_there(hand_made: Path) -> None:
    app = probe.app(hand_made, people=True)
    with TestClient(app, base_url="https://localhost", follow_redirects=False) as client:
        assert "Secure" in sign_in(client, probe.TOKENS["read"]).headers["set-cookie"]


@pytest.mark.parametrize("token", ["", "wrong", "tws_", IDA.digest, "<script>"])
def test_a_wrong_token_is_told(client: TestClient, token: str) -> None:
    answer = sign_in(client, token)
    assert answer.status_code == 403
    assert "not a token of this server" in answer.text
    assert "set-cookie" not in answer.headers
    assert "<script>" not in answer.text


def test_a_server_without_tokens_lets_nobody_in_by_a_token(hand_made: Path) -> None:
    with client_of(probe.app(hand_made)) as client:
        assert client.get("/probe").json() == {"name": "Ida Holm", "role": "admin"}
        assert client.get("/probe", headers=probe.bearer("admin")).status_code == 401
        assert sign_in(client, probe.TOKENS["admin"]).status_code == 403


@pytest.mark.parametrize(
    ("target", "inside"),
    [
        ("/", True),
        ("/brief?q=a%20b", True),
        ("/articles/1?at=2#a-2", True),
        ("/x?next=http://evil.example", True),
        ("", False),
        ("brief", False),
        ("//evil.example", False),
        ("///evil.example", False),
        ("/\\evil.example", False),
        ("/a\\b", False),
        ("\\\\evil.example", False),
        ("http://evil.example", False),
        ("javascript:alert(1)", False),
        ("/\n/evil.example", False),
        ("/\t/evil.example", False),
        (" //evil.example", False),
        ("/\r\nSet-Cookie: a=b", False),
        ("//[", False),
    ],
)
def test_the_door_leads_nobody_elsewhere(target: str, inside: bool) -> None:
    assert local(target) == (target if inside else "/")


@given(st.text(alphabet="/\\ab.:?#@\t\n [", max_size=8))
def test_wherever_it_leads_is_here(target: str) -> None:
    found = local(target)
    assert found.startswith("/")
    assert not found.startswith(("//", "/\\"))


def test_a_session_is_of_its_owner() -> None:
    cookie = sessions.begin(IDA, SECRET)
    assert sessions.owner(cookie, SECRET, [IDA]) == IDA
    assert sessions.owner(cookie, b"another secret..", [IDA]) is None
    assert sessions.owner(cookie, SECRET, []) is None
    other = Token(name="Max", role="admin", digest="0" * 64)
    assert sessions.owner(cookie.replace(IDA.digest, other.digest), SECRET, [other]) is None
    assert sessions.begin(IDA, SECRET) != cookie


@pytest.mark.parametrize(("passed", "in_force"), [(0, True), (43_199, True), (43_201, False), (-100, False)])
def test_a_session_ends_after_a_long_day(monkeypatch: pytest.MonkeyPatch, passed: int, in_force: bool) -> None:
    now = time.time()
    monkeypatch.setattr(sessions.time, "time", lambda: now)
    cookie = sessions.begin(IDA, SECRET)
    monkeypatch.setattr(sessions.time, "time", lambda: now + passed)
    assert (sessions.owner(cookie, SECRET, [IDA]) is not None) == in_force


@given(st.integers(0, 300), st.characters())
def test_a_changed_cookie_is_nobodys(place: int, character: str) -> None:
    cookie = sessions.begin(IDA, SECRET)
    place %= len(cookie)
    changed = cookie[:place] + character + cookie[place + 1 :]
    assert (sessions.owner(changed, SECRET, [IDA]) is None) == (changed != cookie)


@pytest.mark.parametrize("cookie", ["", "x", "....", "a" * 5000, "é", f"{IDA.digest}.1.{'0' * 32}.{'0' * 64}"])
def test_a_cookie_that_is_no_session(client: TestClient, cookie: str) -> None:
    header = f"{sessions.COOKIE}={cookie}".encode()
    assert client.get("/api/probe", headers={"Cookie": header}).status_code == 401  # type: ignore[dict-item]
