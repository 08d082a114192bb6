"""Executes a notebook in a kernel through the Jupyter protocol, as any front end does.

execute.py KERNEL NOTEBOOK FOLDER OUT [--allow-errors] [--timeout SECONDS]

The cells run in FOLDER. OUT.ipynb is the executed notebook, as far as it got; OUT.json says how it ended ("ok", or the
error), how long it took, and which messages each cell led to, in their order.
"""

import argparse
import json
import time

import nbformat
from nbclient import NotebookClient
from port import give_port

KEPT = {"stream", "display_data", "update_display_data", "execute_result", "error", "clear_output"}


class RecordingClient(NotebookClient):
    def process_message(self, msg, cell, cell_index):
        if msg["msg_type"] in KEPT:
            self.recorded.setdefault(cell_index, []).append({"type": msg["msg_type"], "content": msg["content"]})
        return super().process_message(msg, cell, cell_index)


def main():
    parser = argparse.ArgumentParser()
    for name in ("kernel", "notebook", "folder", "out"):
        parser.add_argument(name)
    parser.add_argument("--allow-errors", action="store_true")
    parser.add_argument("--timeout", type=int, default=600)
    call = parser.parse_args()

    notebook = nbformat.read(call.notebook, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = RecordingClient(
        notebook, kernel_name=call.kernel, timeout=call.timeout, startup_timeout=180,
        allow_errors=call.allow_errors, resources={"metadata": {"path": call.folder}})
    client.recorded = {}
    give_port(client.create_kernel_manager())
    begin, end = time.monotonic(), "ok"
    try:
        client.execute()
    except Exception as error:  # A cell that failed, a kernel that died: the caller judges.
        end = f"{type(error).__name__}: {error}"
    seconds = time.monotonic() - begin

    nbformat.write(notebook, call.out + ".ipynb")
    with open(call.out + ".json", "w", encoding="utf-8") as file:
        messages = [client.recorded.get(index, []) for index in range(len(notebook.cells))]
        json.dump({"end": end, "seconds": seconds, "messages": messages}, file)


main()
