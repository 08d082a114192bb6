"""The hub as its unit file starts it, and what a student's browser asks of it."""

import asyncio
import json
import os
import shlex
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

ADDRESS = "http://127.0.0.1:8000"
UNIT = "/srv/neural-networks/deploy/jupyterhub/neural-networks-hub.service"
NOTEBOOK = "notebooks/03-gradient-descent.ipynb"

AsyncHTTPClient.configure(None, defaults={"request_timeout": 300, "connect_timeout": 300}, max_clients=200)


async def ask(path, method="GET", headers=None, body=None):
    """A request; never follows, never raises."""
    if method in ("POST", "PUT") and body is None:
        body = ""
    request = HTTPRequest(ADDRESS + path, method, headers, body, follow_redirects=False)
    return await AsyncHTTPClient().fetch(request, raise_error=False)


async def start(others=()):
    """Starts the hub with these settings instead of the file's, and waits until it answers."""
    with open(UNIT) as unit:
        lines = [line.strip().split("=", 1) for line in unit if "=" in line]
    says = dict(lines)
    environment = dict(value.split("=", 1) for name, value in lines if name == "Environment")
    environment = {**os.environ, **environment, **dict(others)}
    log = open("hub.log", "ab")
    process = await asyncio.create_subprocess_exec(
        *shlex.split(says["ExecStart"]), cwd=says["WorkingDirectory"], env=environment, stdout=log, stderr=log)
    while not await is_up():
        if process.returncode is not None:
            raise SystemExit(f"The hub ended with status {process.returncode}.")
        await asyncio.sleep(0.2)
    return process


async def end(process):
    """Ends the hub, and with it all servers."""
    process.terminate()
    await process.wait()


async def is_up():
    try:
        return (await ask("/hub/health")).code == 200
    except ConnectionError:
        return False


async def login(name, password):
    """Fills in the form; a token for this student's own things, or None."""
    form = urlencode({"username": name, "password": password})
    answer = await ask("/hub/login", "POST", {"Content-Type": "application/x-www-form-urlencoded"}, form)
    if answer.code != 302:
        return None
    cookies = "; ".join(cookie.split(";")[0] for cookie in answer.headers.get_list("Set-Cookie"))
    own = {"Cookie": cookies, "Referer": ADDRESS + "/hub/token", "Content-Type": "application/json"}
    made = await ask(f"/hub/api/users/{name}/tokens", "POST", own, "{}")
    return json.loads(made.body)["token"]


class Student:
    """Somebody who has logged in."""

    def __init__(self, name, token):
        self.name = name
        self.headers = {"Authorization": "token " + token}

    async def ask(self, path, method="GET", body=None):
        return await ask(path, method, self.headers, None if body is None else json.dumps(body))

    async def server(self):
        """What the hub says of this student's server; None if there is none."""
        answer = await self.ask(f"/hub/api/users/{self.name}")
        return json.loads(answer.body)["servers"].get("")

    async def start_server(self):
        answer = await self.ask(f"/hub/api/users/{self.name}/server", "POST")
        assert answer.code in (201, 202), answer.body
        while not ((await self.server()) or {}).get("ready") or not await self.is_there():
            await asyncio.sleep(0.5)

    async def is_there(self):
        """Whether the server itself answers: on a busy machine the proxy shows a page of the hub for a while."""
        answer = await self.ask(f"/user/{self.name}/api/contents")
        return answer.code == 200 and "json" in answer.headers.get("Content-Type", "")

    async def notebook(self):
        """This student's copy of the notebook."""
        answer = await self.ask(f"/user/{self.name}/api/contents/{NOTEBOOK}")
        return json.loads(answer.body)["content"]

    async def start_kernel(self):
        """Starts the kernel that the notebook names, in the notebook's folder."""
        kernel = {"name": (await self.notebook())["metadata"]["kernelspec"]["name"]}
        session = {"path": NOTEBOOK, "name": "03", "type": "notebook", "kernel": kernel}
        answer = await self.ask(f"/user/{self.name}/api/sessions", "POST", session)
        assert answer.code == 201, answer.body
        self.kernel = json.loads(answer.body)["kernel"]["id"]

    async def connect(self, owner=None, kernel=None):
        """The kernel's websocket; another student's if it is so said."""
        path = f"/user/{owner or self.name}/api/kernels/{kernel or self.kernel}/channels?session_id=of-{self.name}"
        return await websocket_connect(HTTPRequest(ADDRESS.replace("http", "ws") + path, headers=self.headers))

    async def interrupt(self):
        answer = await self.ask(f"/user/{self.name}/api/kernels/{self.kernel}/interrupt", "POST")
        assert answer.code == 204, answer.body

    async def kernels(self):
        answer = await self.ask(f"/user/{self.name}/api/kernels")
        return json.loads(answer.body) if answer.code == 200 else []
