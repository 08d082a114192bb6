"""Interrupting, input, restarting, ending."""

import os
import signal
import subprocess
import sys
import time

from kernel import Kernel, alive, main, until


# Waits in native code for itself: no signal and no interrupt ends that.
STUCK = """using System.Runtime.InteropServices;
[DllImport("libc")] static extern int pthread_mutex_lock(nint mutex);
void Stuck() { unsafe { var mutex = (nint)NativeMemory.AllocZeroed(64); pthread_mutex_lock(mutex); pthread_mutex_lock(mutex); } }"""


def running(kernel, code, **options):
    """Starts a cell and waits until it runs."""
    request = kernel.start("Console.WriteLine(\"running\");\n" + code, **options)
    while kernel.next("iopub", request, 60)["msg_type"] != "stream":
        pass
    return request


def interrupted(kernel, code):
    request = running(kernel, code)
    begin = time.monotonic()
    kernel.interrupt()
    done = kernel.reply(request)["content"]
    seconds = time.monotonic() - begin
    kernel.rest(request)
    assert done["status"] == "error" and seconds < 2, (done, seconds)
    print(f"  interrupted in {seconds:.2f} s")
    return done


def check_input(kernel):
    request = kernel.start("Console.Write(\"name? \"); var name = Console.ReadLine(); Console.WriteLine($\"hello {name}\");", allow_stdin=True)
    asked = kernel.client.get_stdin_msg(timeout=30)
    assert asked["msg_type"] == "input_request" and asked["content"]["password"] is False
    assert asked["parent_header"]["msg_id"] == request
    kernel.client.input("é ✓")
    assert kernel.finish(request).text() == "name? hello é ✓\n"


def check_password(kernel):
    request = kernel.start("await GetPasswordAsync(\"secret?\")", allow_stdin=True)
    asked = kernel.client.get_stdin_msg(timeout=30)["content"]
    assert asked == {"prompt": "secret?", "password": True}
    kernel.client.input("s3cret")
    assert kernel.finish(request).status == "ok"


def check_input_where_there_is_none(kernel):
    done = kernel.run("Console.ReadLine()", allow_stdin=False)
    assert done.status == "error" and "input" in done.reply["evalue"]


def keeping(kernel, interrupt):
    kernel.run("var kept = 42;")
    request = running(kernel, "while (true) { }")
    begin = time.monotonic()
    interrupt(kernel)
    reply = kernel.end(request)
    seconds = time.monotonic() - begin
    assert reply["ename"] == "Interrupted" and seconds < 2, (reply, seconds)
    assert kernel.run("kept").value == "42"
    print(f"  interrupted in {seconds:.2f} s")


def check_an_endless_loop_is_interrupted_and_variables_stay(kernel):
    keeping(kernel, Kernel.interrupt)


def check_other_ways_to_wait_are_interrupted(kernel):
    for code in ("System.Threading.Thread.Sleep(100_000);", "await Task.Delay(100_000);",
                 "await Task.Yield(); while (true) { }", "lock (\"x\") { System.Threading.Monitor.Wait(\"x\"); }"):
        interrupted(kernel, code)


def check_a_cell_that_waits_for_input_is_interrupted(kernel):
    request = kernel.start("Console.ReadLine()", allow_stdin=True)
    kernel.client.get_stdin_msg(timeout=30)
    kernel.interrupt()
    assert kernel.finish(request).status == "error"


def check_sigint_interrupts(kernel):
    keeping(kernel, lambda kernel: os.kill(kernel.pid, signal.SIGINT))


def check_an_interrupt_of_nothing_does_nothing(kernel):
    kernel.run("var kept = 42;")
    assert kernel.interrupt().status == "ok"
    assert kernel.run("kept").value == "42"


def check_the_control_channel_answers_beside_a_running_cell(kernel):
    request = running(kernel, "System.Threading.Thread.Sleep(1000);")
    begin = time.monotonic()
    assert kernel.ask("kernel_info_request", {}, channel="control").status == "ok"
    assert time.monotonic() - begin < 0.9
    kernel.end(request)


def check_a_cell_that_cannot_be_stopped_loses_the_variables_and_says_so(kernel):
    kernel.run(STUCK)
    request = running(kernel, "Stuck();")
    kernel.interrupt()
    reply = kernel.end(request)
    assert "variables are lost" in reply["evalue"], reply
    assert kernel.run("kept").status == "error"
    assert kernel.run("1 + 1").value == "2"


def check_a_second_interrupt_ends_it_at_once(kernel):
    kernel.run(STUCK)
    request = running(kernel, "Stuck();")
    kernel.interrupt()
    time.sleep(0.6)
    begin = time.monotonic()
    kernel.interrupt()
    reply = kernel.end(request)
    assert "variables are lost" in reply["evalue"], reply
    assert time.monotonic() - begin < 2


def check_a_cell_that_ends_its_process_is_an_error(kernel):
    for code, word in (("Environment.Exit(3);", "status 3"), ("Environment.FailFast(\"now\");", "SIGABRT")):
        reply = kernel.run(code).reply
        assert reply["status"] == "error" and word in reply["evalue"] and "variables are lost" in reply["evalue"], reply
    assert kernel.run("1 + 1").value == "2"


def check_restart(kernel):
    kernel.run("var x = 1;")
    before = kernel.processes()
    kernel.manager.restart_kernel()
    kernel.client.stop_channels()
    kernel.connect()
    assert kernel.run("x").status == "error"
    assert kernel.run("2").reply["execution_count"] == 2
    assert not any(alive(pid) for pid in before)


def check_shutdown_leaves_no_process(kernel):
    kernel.run("System.Diagnostics.Process.Start(\"sleep\", \"1000\");")
    processes = kernel.processes()
    assert len(processes) == 3, processes
    done = kernel.ask("shutdown_request", {"restart": False}, channel="control")
    assert done.reply == {"status": "ok", "restart": False}
    until(lambda: not any(alive(pid) for pid in processes))


def check_the_session_ends_with_the_kernel(_):
    with Kernel() as kernel:
        processes = kernel.processes()
        running(kernel, "while (true) { }")
        os.kill(kernel.pid, signal.SIGKILL)
        until(lambda: not any(alive(pid) for pid in processes))


def check_sigterm_ends_the_kernel(_):
    with Kernel() as kernel:
        processes = kernel.processes()
        os.kill(kernel.pid, signal.SIGTERM)
        until(lambda: not any(alive(pid) for pid in processes))


def check_the_kernel_ends_with_who_started_it(_):
    script = "from kernel import Kernel; k = Kernel(); print(*k.processes(), flush=True); import os; os._exit(0)"
    started = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=os.path.dirname(os.path.abspath(__file__)))
    until(lambda: not any(alive(int(pid)) for pid in started.stdout.split()))


if __name__ == "__main__":
    main(globals())
