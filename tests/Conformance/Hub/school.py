"""A class at the hub: all log in and run the same notebook at once; what came of it is written to results.json.

school.py STUDENTS
"""

import asyncio
import fcntl
import json
import socket
import struct
import sys
import time

import hub
import machine
from kernel import Kernel

LIMIT = 900  # seconds
ENDLESS = "while (true) { using var scope = NewDisposeScope(); randn(1000).sum(); }"
MIDDLE = 48  # the cell of the notebook behind which half of the class trains without an end


def raise_loopback():
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14x", b"lo", 0x41))  # SIOCSIFFLAGS: up, running


async def attend(student, password, is_interrupted):
    """What one student does; how it went."""
    clock, went = [time.monotonic()], {"name": student}

    def lap(name):
        clock.append(time.monotonic())
        went[name] = clock[-1] - clock[-2]

    me = hub.Student(student, await hub.login(student, password))
    lap("login")
    await me.start_server()
    lap("server")
    cells = [(index, cell["source"]) for index, cell in enumerate((await me.notebook())["cells"]) if cell["cell_type"] == "code"]
    await me.start_kernel()
    kernel = Kernel(await me.connect(), student)
    await kernel.text("0")
    lap("kernel")
    if is_interrupted:
        before, after = ([source for index, source in cells if (index <= MIDDLE) is first] for first in (True, False))
        requests = [kernel.send(source) for source in [*before, ENDLESS, *after]]
        endless = requests[len(before)]
        await kernel.begun[endless].wait()
        await asyncio.sleep(2)
        begin = time.monotonic()
        await me.interrupt()
        went["stopped"] = [await kernel.replies[request] for request in requests]
        went["stopping"] = time.monotonic() - begin
        went["statuses"] = went["stopped"][:len(before)] + await kernel.run(after)
    else:
        went["statuses"] = await kernel.run([source for _, source in cells])
    lap("notebook")
    went["errors"] = [output["evalue"] for outputs in kernel.outputs.values() for output in outputs if output["output_type"] == "error"]
    return me, kernel, went


async def look_around(me, kernel, other):
    """What a student gets of another's, and may write of what is shared."""
    home, runtime = f"/home/{other.name}", f"/home/{other.name}/.local/share/jupyter/runtime"
    tries = {
        "own notebook": 'System.IO.File.AppendAllText("03-gradient-descent.ipynb", " ")',
        "home": f'System.IO.Directory.GetFiles("{home}")',
        "notebook": f'System.IO.File.ReadAllText("{home}/neural-networks/{hub.NOTEBOOK}")',
        "key of the kernel": f'System.IO.File.ReadAllText("{runtime}/kernel-{other.kernel}.json")',
        "kernel": "new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, (System.Net.Sockets.SocketType)1, 0)"
                  f'.Connect(new System.Net.Sockets.UnixDomainSocketEndPoint("{runtime}/kernel-{other.kernel}-ipc-1"))',
        "notebook of the clone": 'System.IO.File.AppendAllText("/srv/neural-networks/notebooks/03-gradient-descent.ipynb", " ")',
        "data of the clone": 'System.IO.File.AppendAllText("../data/diabetes.csv", " ")',
    }
    catch = 'catch (Exception e) { Console.Write(e.GetType().Name); }'
    said = {name: await kernel.text(f'try {{ {code}; Console.Write("done"); }} {catch}') for name, code in tries.items()}
    said["package"] = await kernel.text('#r "nuget: MathNet.Numerics, 5.0.0"\nConsole.Write("loaded");')
    for name, path in {"page of the server": "", "contents": f"/api/contents/{hub.NOTEBOOK}", "kernels": "/api/kernels"}.items():
        said[name] = str((await me.ask(f"/user/{other.name}{path}")).code)
    try:
        (await me.connect(other.name, other.kernel)).close()
        said["socket of the server"] = "open"
    except Exception as error:
        said["socket of the server"] = str(error)
    return said


def footprint():
    """Memory and processor time of each student, and of the hub with its proxy."""
    names, use = machine.users(), {}
    for owner, command, pss, seconds in machine.processes():
        name = names.get(owner) or ("hub" if "jupyterhub" in command or "configurable-http-proxy" in command else None)
        kinds = {"server": "singleuser", "kernel": " kernel start", "cells": "worker"}
        kind = next((kind for kind, word in kinds.items() if word in command), "rest")
        if name:
            mine = use.setdefault(name, {"seconds": 0.0})
            mine[kind] = mine.get(kind, 0.0) + pss
            mine["seconds"] += seconds
    return use


async def culling(busy, idle):
    """Two start their kernels: in one a cell runs on, in the other none; both pages stay open. What is left of each."""
    kernels = []
    for student, code in ((busy, "while (true) System.Threading.Thread.Sleep(1);"), (idle, "1 + 1")):
        await student.start_server()
        await student.start_kernel()
        kernels.append(Kernel(await student.connect(), student.name))
        await kernels[-1].begun[kernels[-1].send(code)].wait()
    begin = time.monotonic()
    while await idle.server() is not None:
        await asyncio.sleep(1)
    names = machine.users()
    return {"seconds": time.monotonic() - begin,
            "left": sorted({names[owner] for owner, _, _, _ in machine.processes() if owner in names}),
            "kernels of the busy": [kernel["execution_state"] for kernel in await busy.kernels()]}


async def main(count):
    raise_loopback()
    process = await hub.start()
    result = {"wrong password": await hub.login("student1", "wrong") is not None,
              "no student": await hub.login("guest", "secret of guest") is not None}
    begin = time.monotonic()
    here = await asyncio.gather(*(
        attend(f"student{i}", f"secret of student{i}", is_interrupted=i % 2 == 0) for i in range(1, count + 1)))
    result["seconds"] = time.monotonic() - begin
    result["students"] = [went for _, _, went in here]
    result["use"] = footprint()
    (one, its_kernel, _), (other, _, _) = here[:2]
    result["look around"] = await look_around(one, its_kernel, other)
    names = machine.users()
    result["open to others"] = machine.open_to_others(names)
    result["ports"] = {names[owner]: number for owner, number in machine.ports().items() if owner in names}
    await hub.end(process)
    process = await hub.start({"HUB_IDLE_SECONDS": "10"})
    result["culling"] = await culling(one, other)
    await hub.end(process)
    with open("results.json", "w") as file:
        json.dump(result, file)


asyncio.run(asyncio.wait_for(main(int(sys.argv[1])), LIMIT))
