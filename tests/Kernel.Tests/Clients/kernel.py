"""A kernel driven by jupyter_client, as a front end drives it. Every conversation is checked for its form."""

import queue
import subprocess
import sys
import time

from jupyter_client.manager import KernelManager

PATIENCE = 60


class Conversation:
    """What one request led to: its reply, and its messages on iopub between busy and idle."""

    def __init__(self, reply, messages, seconds):
        self.reply = reply
        self.messages = messages
        self.seconds = seconds

    @property
    def status(self):
        return self.reply["status"]

    def contents(self, msg_type):
        return [m["content"] for m in self.messages if m["msg_type"] == msg_type]

    def text(self, name="stdout"):
        return "".join(c["text"] for c in self.contents("stream") if c["name"] == name)

    @property
    def value(self):
        results = self.contents("execute_result")
        return results[0]["data"]["text/plain"] if results else None


class Kernel:
    def __init__(self):
        self.manager = KernelManager(kernel_name=".net-csharp")
        begin = time.monotonic()
        self.manager.start_kernel()
        self.connect()
        self.start_seconds = time.monotonic() - begin

    def connect(self):
        self.kept = {}
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.stop_channels()
        if self.manager.has_kernel:
            self.manager.shutdown_kernel(now=True)

    # Sending

    def send(self, channel, msg_type, content):
        message = self.client.session.msg(msg_type, content)
        getattr(self.client, channel + "_channel").send(message)
        return message["header"]["msg_id"]

    def start(self, code, **options):
        content = dict(code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False, stop_on_error=True)
        return self.send("shell", "execute_request", {**content, **options})

    # Receiving

    def reply(self, msg_id, channel="shell", timeout=PATIENCE):
        return self.next(channel, msg_id, timeout)

    def next(self, channel, msg_id, timeout):
        """The next message that belongs to a request; those of other requests are kept for when they are asked for."""
        kept = self.kept.setdefault((channel, msg_id), [])
        while not kept:
            message = getattr(self.client, f"get_{channel}_msg")(timeout=timeout)
            self.kept.setdefault((channel, message["parent_header"].get("msg_id")), []).append(message)
        return kept.pop(0)

    def published(self, msg_id, timeout=PATIENCE):
        """The messages that belong to a request; they begin with busy and end with idle."""
        messages = []
        while True:
            message = self.next("iopub", msg_id, timeout)
            messages.append(message)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        states = [m["content"]["execution_state"] for m in messages if m["msg_type"] == "status"]
        assert states == ["busy", "idle"], states
        assert messages[0]["msg_type"] == "status", messages[0]["msg_type"]
        return messages

    def rest(self, msg_id):
        """What is still published of a request, up to its idle."""
        while self.next("iopub", msg_id, PATIENCE)["content"].get("execution_state") != "idle":
            pass

    def end(self, msg_id):
        """The reply to a cell of which something has been read already."""
        reply = self.reply(msg_id)["content"]
        self.rest(msg_id)
        return reply

    def finish(self, msg_id, channel="shell", begin=None):
        reply = self.reply(msg_id, channel)
        messages = self.published(msg_id)
        for message in messages:
            assert message["parent_header"] == reply["parent_header"], "every message has the whole header of its request"
        return Conversation(reply["content"], messages, time.monotonic() - (begin or time.monotonic()))

    def ask(self, msg_type, content, channel="shell"):
        begin = time.monotonic()
        return self.finish(self.send(channel, msg_type, content), channel, begin)

    def run(self, code, **options):
        begin = time.monotonic()
        return self.finish(self.start(code, **options), begin=begin)

    def interrupt(self):
        return self.ask("interrupt_request", {}, channel="control")

    def quiet(self):
        """Whether nothing more is published."""
        try:
            message = self.client.get_iopub_msg(timeout=0.3)
            raise AssertionError(f"unexpected {message['msg_type']}")
        except queue.Empty:
            return True

    # Processes

    @property
    def pid(self):
        return self.manager.provisioner.pid

    def processes(self):
        """The kernel's process and all below it, with their memory in MiB."""
        listing = subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True, check=True).stdout
        rows = [tuple(map(int, line.split())) for line in listing.splitlines()[1:]]
        found = {self.pid: 0}
        for _ in rows:
            found.update({pid: rss // 1024 for pid, parent, rss in rows if pid in found or parent in found})
        return found


def until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "that took too long"
        time.sleep(0.05)


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def main(namespace):
    """Runs every function check_… of a script, in order, against one kernel."""
    with Kernel() as kernel:
        for name, check in list(namespace.items()):
            if name.startswith("check_"):
                begin = time.monotonic()
                try:
                    check(kernel)
                except Exception:
                    print(f"failed: {name}", file=sys.stderr)
                    raise
                print(f"{name[6:].replace('_', ' ')}: {time.monotonic() - begin:.2f} s")
