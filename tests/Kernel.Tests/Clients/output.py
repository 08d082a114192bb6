"""What a cell shows: order, updates, floods."""

import time

from kernel import main


def check_streams_and_displays_keep_their_order(kernel):
    done = kernel.run("Console.Write(1); display(\"two\"); Console.Error.Write(3); Console.Write(4); 5")
    shown = [(m["msg_type"], m["content"].get("name")) for m in done.messages[2:-1]]
    assert shown == [("stream", "stdout"), ("display_data", None), ("stream", "stderr"), ("stream", "stdout"), ("execute_result", None)], shown


def check_a_display_is_updated_in_place(kernel):
    done = kernel.run("var shown = display(\"before\"); shown.Update(\"after\");")
    first, update = done.contents("display_data")[0], done.contents("update_display_data")[0]
    assert first["data"]["text/plain"] == "before" and update["data"]["text/plain"] == "after"
    assert first["transient"]["display_id"] == update["transient"]["display_id"]
    later = kernel.run("shown.Update(\"later\");").contents("update_display_data")[0]
    assert later["transient"]["display_id"] == first["transient"]["display_id"]


def check_values_have_plain_text_beside_html(kernel):
    data = kernel.run("new[] { 1, 2 }").contents("execute_result")[0]["data"]
    assert "text/html" in data and "1" in data["text/plain"]


def check_output_of_native_code(kernel):
    kernel.run("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int puts(string s);\n"
               "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int fflush(nint file);")
    assert kernel.run("puts(\"from C\"); fflush(0); System.Threading.Thread.Sleep(200);").text() == "from C\n"


def check_ten_thousand_messages_in_order(kernel):
    done = kernel.run("for (var i = 0; i < 10_000; i++) display(i.ToString());")
    assert [c["data"]["text/plain"] for c in done.contents("display_data")] == [str(i) for i in range(10_000)]
    lines = kernel.run("for (var i = 0; i < 10_000; i++) Console.WriteLine(i);").text().split()
    assert lines == [str(i) for i in range(10_000)]


def check_a_client_that_reads_only_after_the_reply(kernel):
    request = kernel.start("for (var i = 0; i < 10_000; i++) display(i.ToString());")
    assert kernel.reply(request)["content"]["status"] == "ok"
    values = [m["content"]["data"]["text/plain"] for m in kernel.published(request) if m["msg_type"] == "display_data"]
    assert values == [str(i) for i in range(10_000)]


def check_a_hundred_megabytes(kernel):
    before = sum(kernel.processes().values())
    request = kernel.start("for (var i = 0; i < 100_000; i++) Console.WriteLine(new string('x', 999));")
    received, most = 0, before
    looked = time.monotonic()
    while True:
        message = kernel.client.get_iopub_msg(timeout=60)
        if message["msg_type"] == "stream":
            received += len(message["content"]["text"])
        if time.monotonic() - looked > 0.5:
            looked = time.monotonic()
            most = max(most, sum(kernel.processes().values()))
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            break
    print(f"  memory: {before} MiB before, {most} MiB at most")
    assert kernel.reply(request)["content"]["status"] == "ok"
    assert received == 100_000_000
    assert most < before + 300


def check_an_endless_flood_is_interrupted(kernel):
    request = kernel.start("while (true) Console.WriteLine(new string('x', 999));")
    begin = time.monotonic()
    while time.monotonic() < begin + 1.5:
        kernel.client.get_iopub_msg(timeout=60)
    told = time.monotonic()
    kernel.send("control", "interrupt_request", {})
    assert kernel.reply(request)["content"]["status"] == "error"
    seconds = time.monotonic() - told
    while kernel.next("iopub", request, 60)["content"].get("execution_state") != "idle":
        pass
    print(f"  reply {seconds:.2f} s after the interrupt, idle read after {time.monotonic() - told:.2f} s")
    assert seconds < 2, seconds


def check_a_flood_that_nobody_reads_is_interrupted(kernel):
    before = sum(kernel.processes().values())
    request = kernel.start("while (true) Console.WriteLine(new string('x', 999));")
    time.sleep(3)
    most = sum(kernel.processes().values())
    told = time.monotonic()
    kernel.reply(kernel.send("control", "interrupt_request", {}), "control")
    assert kernel.reply(request)["content"]["status"] == "error"
    print(f"  reply {time.monotonic() - told:.2f} s after the interrupt; memory {before} MiB before, {most} MiB then")
    assert time.monotonic() - told < 2
    assert most < before + 300
    kernel.published(request)
    assert kernel.run("1 + 1").value == "2"


if __name__ == "__main__":
    main(globals())
