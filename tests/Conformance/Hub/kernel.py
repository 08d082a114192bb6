"""A kernel over its server's websocket, as a page uses it."""

import asyncio
import json
import uuid


class Kernel:
    """Runs cells; what each puts out is kept by its request."""

    def __init__(self, socket, name):
        self.socket, self.name = socket, name
        self.outputs, self.replies, self.begun = {}, {}, {}
        self.statuses = {}  # of requests that are replied to, or that nothing more comes out of: it takes both to end one
        self.reader = asyncio.create_task(self.read())

    async def read(self):
        while (text := await self.socket.read_message()) is not None:
            message = json.loads(text)
            parent, kind = message["parent_header"].get("msg_id"), message["msg_type"]
            if parent not in self.replies:
                continue
            if kind == "execute_reply" or (kind == "status" and message["content"]["execution_state"] == "idle"):
                self.end(parent, message["content"].get("status"))
            elif kind == "execute_input":
                self.begun[parent].set()
            elif kind in ("stream", "execute_result", "display_data", "error"):
                self.outputs[parent].append({"output_type": kind, **message["content"]})
        for reply in self.replies.values():
            if not reply.done():
                reply.set_exception(ConnectionError(f"The kernel of {self.name} has gone away."))

    def end(self, request, status):
        """Either the reply or the last of what a cell puts out has come; they come on ways of their own."""
        if request not in self.statuses:
            self.statuses[request] = status
        elif not self.replies[request].done():
            self.replies[request].set_result(status or self.statuses[request])

    def send(self, code):
        """Asks for a cell to be run, behind those that run already; its request."""
        request = uuid.uuid4().hex
        self.outputs[request], self.begun[request] = [], asyncio.Event()
        self.replies[request] = asyncio.get_running_loop().create_future()
        header = {"msg_id": request, "msg_type": "execute_request", "username": self.name, "session": "of-" + self.name,
                  "version": "5.3", "date": ""}
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                   "stop_on_error": True}
        self.socket.write_message(json.dumps(
            {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}))
        return request

    async def run(self, cells):
        """Runs cells as Run All does, all sent at once; the status of each."""
        return [await self.replies[request] for request in [self.send(cell) for cell in cells]]

    async def text(self, code):
        """Runs a cell; what it prints, or the error that it ends in."""
        request = self.send(code)
        await self.replies[request]
        return "".join(output.get("text") or output.get("evalue") or "" for output in self.outputs[request]).strip()

    def close(self):
        self.reader.cancel()
        self.socket.close()
