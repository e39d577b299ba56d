"""A stage for the scripts of live pages: static files, a live line and parts, all under control."""

import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

STATIC = Path(__file__).parents[2] / "sereno" / "web" / "static"
PAGE = """<!doctype html>
<html lang="es-ec" data-now="{now}">
  <title>Escenario</title>
  <script type="module" src="/static/web/clock.js"></script>
  <script type="module" src="/static/web/live.js"></script>
  <script type="module" src="/static/web/desk.js"></script>
  <body data-live-since="7">{body}</body>
</html>"""
TYPES = {".js": "text/javascript", ".css": "text/css"}


@dataclass
class Stage:
    """What the pages are served, and what they asked for."""

    body: str = ""
    now: str = ""
    part: str = ""
    asked: list[str] = field(default_factory=list)
    since: list[str] = field(default_factory=list)
    deaf: bool = False
    line: "queue.Queue[str | None]" = field(default_factory=queue.Queue)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def say(self, number: int, event: str, subject: str) -> None:
        body = json.dumps({"number": number, "event": event, "subject": subject})
        self.line.put(f"id: {number}\ndata: {body}\n\n")

    def resync(self, number: int) -> None:
        self.line.put(f"id: {number}\nevent: resync\ndata: {{}}\n\n")

    def hang_up(self) -> None:
        self.line.put(None)


class Handler(BaseHTTPRequestHandler):
    """Answers as Sereno's views would, from what the stage says."""

    stage: Stage

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path == "/logbook/live/":
            self.stream()
        elif path.startswith("/static/"):
            file = STATIC / path.removeprefix("/static/")
            self.answer(file.read_text(encoding="utf-8"), TYPES[file.suffix])
        elif path.startswith("/part/"):
            self.stage.asked.append(path)
            self.answer(self.stage.part)
        elif path == "/":
            self.answer(PAGE.format(now=self.stage.now, body=self.stage.body))
        else:
            self.answer("")

    def answer(self, text: str, kind: str = "text/html") -> None:
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self) -> None:
        if self.stage.deaf:
            self.send_error(503)
            return
        asked = parse_qs(urlsplit(self.path).query).get("since", [""])[0]
        self.stage.since.append(self.headers.get("Last-Event-ID") or asked)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b"retry: 100\n\n")
        while (event := self.stage.line.get()) is not None:
            self.wfile.write(event.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing: the tests look at what was asked."""


@contextmanager
def on_stage() -> Iterator[Stage]:
    stage = Stage()
    handler = type("StageHandler", (Handler,), {"stage": stage})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    stage.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield stage
    finally:
        stage.hang_up()
        server.shutdown()
        server.server_close()
        thread.join()
