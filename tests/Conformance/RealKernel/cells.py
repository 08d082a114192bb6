"""Executes groups of cells in Jupyter kernels, each group in a session of its own.

cells.py TASK RESULTS

TASK is a JSON file: {"kernels": [name, ...], "files": a folder that each session starts in a copy of, "groups": [{"name",
"cells": [{"name", "code", "answers", "interrupt", "limit"}]}]}, the last two in seconds. RESULTS becomes {kernel: {group:
{cell: [message, ...]}}}, a message being its "type" and its content.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import zmq
from jupyter_client.manager import KernelManager
from port import give_port

SECONDS = 240  # for one cell, which may restore packages on a busy machine
SESSIONS = 3  # at the same time
IGNORED = {"status", "execute_input"}


class Session:
    """One group of cells in one kernel."""

    def __init__(self, kernel, files):
        self.folder = tempfile.mkdtemp(prefix="cells-")
        self.files = os.path.join(self.folder, "files")
        shutil.copytree(files, self.files)
        self.kernel = kernel

    def start(self):
        self.manager = KernelManager(kernel_name=self.kernel)
        give_port(self.manager)
        self.manager.start_kernel(cwd=self.files, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=SECONDS)
        self.emitted = {}
        self.run({"code": "0"})  # The first cell of a session brings the front end's own script with it.

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, cell):
        """Executes a cell; what it emits is a list that later messages of the same cell are still put into."""
        answers = list(cell["answers"]) if "answers" in cell else None
        asked = self.client.execute(cell["code"], allow_stdin=answers is not None)
        emitted = self.emitted[asked] = []
        begin, interrupted = time.monotonic(), cell.get("interrupt") is None
        limit = cell.get("limit") or SECONDS
        replied = idle = False
        while not (replied and idle):
            seconds = time.monotonic() - begin
            if not self.manager.is_alive():
                emitted.append({"type": "kernel died"})
                return emitted
            if seconds > limit:
                emitted.append({"type": "no end"})
                return emitted
            if not interrupted and seconds > cell["interrupt"]:
                interrupted = True
                self.client.control_channel.send(self.client.session.msg("interrupt_request", {}))
            ready = self.wait()
            if "iopub" in ready:
                idle |= self.take_output(self.client.get_iopub_msg(timeout=1), asked)
            if "shell" in ready:
                replied |= self.take_reply(self.client.get_shell_msg(timeout=1), asked)
            if "stdin" in ready:
                emitted.append({"type": "input_request", **self.client.get_stdin_msg(timeout=1)["content"]})
                self.client.input(answers.pop(0) if answers else "")
        return emitted

    def wait(self):
        """The names of the channels that have a message, after some waiting for one."""
        poller = zmq.Poller()
        names = {getattr(self.client, f"{name}_channel").socket: name for name in ("iopub", "shell", "stdin")}
        for channel in names:
            poller.register(channel, zmq.POLLIN)
        return {names[channel] for channel, _ in poller.poll(100)}

    def take_output(self, message, asked):
        """Keeps a cell's message; tells whether it says that the cell asked for is at its end."""
        kind, owner = message["msg_type"], message["parent_header"].get("msg_id")
        if kind not in IGNORED and owner in self.emitted:
            self.emitted[owner].append({"type": kind, **message["content"]})
        return owner == asked and kind == "status" and message["content"]["execution_state"] == "idle"

    def take_reply(self, message, asked):
        if message["parent_header"].get("msg_id") != asked:
            return False
        self.emitted[asked].append({"type": "reply", "status": message["content"]["status"]})
        return True


def run_group(kernel, files, group):
    session = Session(kernel, files)
    results = {}
    try:
        session.start()
        for cell in group["cells"]:
            results[cell["name"]] = session.run(cell)
            if results[cell["name"]][-1:] in ([{"type": "kernel died"}], [{"type": "no end"}]):
                session.stop()
                session.start()
        session.run({"code": "0"})  # Late messages of the last cell arrive before this one's.
    finally:
        session.close()
    return results


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        task = json.load(file)
    results = {kernel: {} for kernel in task["kernels"]}
    work = queue.Queue()
    for group in task["groups"]:
        for kernel in task["kernels"]:
            work.put((kernel, group))

    def labour():
        while True:
            try:
                kernel, group = work.get_nowait()
            except queue.Empty:
                return
            begin = time.monotonic()
            try:
                results[kernel][group["name"]] = run_group(kernel, task["files"], group)
            except Exception as error:  # told to whoever reads the results
                results[kernel][group["name"]] = {
                    cell["name"]: [{"type": "session failed", "text": repr(error)}] for cell in group["cells"]}
            print(f"{kernel} {group['name']}: {time.monotonic() - begin:.1f} s", file=sys.stderr)

    workers = [threading.Thread(target=labour) for _ in range(SESSIONS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(results, file)


if __name__ == "__main__":
    main()
