"""Every kind of request and its reply."""

from kernel import main


def check_kernel_info(kernel):
    info = kernel.ask("kernel_info_request", {}).reply
    assert info["status"] == "ok" and info["protocol_version"] in ("5.3", "5.4")
    language = info["language_info"]
    assert (language["name"], language["file_extension"], language["mimetype"]) == ("C#", ".cs", "text/x-csharp")
    assert language["pygments_lexer"] == "csharp"
    assert info["implementation"] and info["implementation_version"] and info["banner"]
    assert kernel.ask("kernel_info_request", {}, channel="control").reply["status"] == "ok"


def check_execute(kernel):
    done = kernel.run("6 * 7")
    assert done.value == "42"
    assert [m["msg_type"] for m in done.messages] == ["status", "execute_input", "execute_result", "status"]
    count = done.reply["execution_count"]
    assert done.contents("execute_input") == [{"code": "6 * 7", "execution_count": count}]
    assert done.contents("execute_result")[0]["execution_count"] == count
    assert kernel.run("1").reply["execution_count"] == count + 1


def check_execute_without_a_value(kernel):
    done = kernel.run("var answer = 42;")
    assert done.status == "ok" and done.value is None


def check_execute_silent(kernel):
    count = kernel.run("1").reply["execution_count"]
    done = kernel.run("Console.WriteLine(1); 42", silent=True)
    assert done.status == "ok"
    assert [m["msg_type"] for m in done.messages] == ["status", "status"]
    failed = kernel.run("throw new Exception();", silent=True)
    assert failed.status == "error" and len(failed.messages) == 2
    assert kernel.run("1").reply["execution_count"] == count + 1


def check_execute_without_history(kernel):
    count = kernel.run("1").reply["execution_count"]
    done = kernel.run("\"not remembered\"", store_history=False)
    assert done.value == "not remembered" and done.reply["execution_count"] == count
    assert kernel.run("1").reply["execution_count"] == count + 1
    assert "not remembered" not in str(kernel.ask("history_request", {"hist_access_type": "tail", "n": 100}).reply)


def check_user_expressions(kernel):
    done = kernel.run("var a = 2;", user_expressions={"sum": "a + 3", "wrong": "nothing", "text": "\"t\""})
    values = done.reply["user_expressions"]
    assert values["sum"]["status"] == "ok" and values["sum"]["data"]["text/plain"] == "5"
    assert values["text"]["data"]["text/plain"] == "t"
    assert values["wrong"]["status"] == "error" and "nothing" in values["wrong"]["evalue"]
    assert kernel.run("throw new Exception();", user_expressions={"sum": "1"}).reply["user_expressions"] == {}


def check_an_error_points_into_the_cell(kernel):
    done = kernel.run("var x = 1;\nthrow new InvalidOperationException(\"no way\");")
    assert done.status == "error"
    assert (done.reply["ename"], done.reply["evalue"]) == ("InvalidOperationException", "no way")
    assert "throw new InvalidOperationException" in "\n".join(done.reply["traceback"])
    error = done.contents("error")[0]
    assert (error["ename"], error["evalue"], error["traceback"]) == (done.reply["ename"], done.reply["evalue"], done.reply["traceback"])
    wrong = kernel.run("1 +\nundeclared").reply
    assert "line 2" in wrong["evalue"] and "undeclared" in wrong["evalue"]


def check_a_failure_aborts_what_is_queued(kernel):
    requests = [kernel.start(code) for code in ("System.Threading.Thread.Sleep(200); throw new Exception();", "1", "2")]
    info = kernel.send("shell", "kernel_info_request", {})
    assert [kernel.finish(r).status for r in requests] == ["error", "aborted", "aborted"]
    assert kernel.finish(info).status == "ok"
    assert kernel.run("3").value == "3"
    requests = [kernel.start(code, stop_on_error=False) for code in ("throw new Exception();", "1")]
    assert [kernel.finish(r).status for r in requests] == ["error", "ok"]


def check_complete(kernel):
    kernel.run("var learningRate = 0.1;")
    found = kernel.ask("complete_request", {"code": "learn", "cursor_pos": 5}).reply
    assert found["status"] == "ok" and found["matches"] == ["learningRate"]
    assert (found["cursor_start"], found["cursor_end"]) == (0, 5)
    code = "var s = \"😀\"; s.Len + 1"
    found = kernel.ask("complete_request", {"code": code, "cursor_pos": 18}).reply
    assert found["matches"] == ["Length"] and (found["cursor_start"], found["cursor_end"]) == (15, 18), found


def check_inspect(kernel):
    known = kernel.ask("inspect_request", {"code": "Math.Sqrt(2)", "cursor_pos": 7, "detail_level": 0}).reply
    assert known["status"] == "ok" and known["found"]
    assert "double Math.Sqrt(double d)" in known["data"]["text/plain"]
    assert "square root" in known["data"]["text/markdown"]
    unknown = kernel.ask("inspect_request", {"code": "nothing", "cursor_pos": 3, "detail_level": 0}).reply
    assert unknown["status"] == "ok" and not unknown["found"] and unknown["data"] == {}


def check_is_complete(kernel):
    for code, status in (("1 + 1", "complete"), ("for (;;) {", "incomplete"), ("var x = ;", "invalid")):
        assert kernel.ask("is_complete_request", {"code": code}).reply["status"] == status, code


def check_history(kernel):
    def history(**request):
        return kernel.ask("history_request", {"output": False, "raw": True, **request}).reply["history"]

    count = kernel.run("\"first of two\"").reply["execution_count"]
    kernel.run("\"second of two\"")
    assert [entry[2] for entry in history(hist_access_type="tail", n=2)] == ["\"first of two\"", "\"second of two\""]
    assert history(hist_access_type="range", session=0, start=count, stop=count + 1) == [[1, count, "\"first of two\""]]
    assert len(history(hist_access_type="search", pattern="*of two*", n=10)) == 2
    assert len(history(hist_access_type="search", pattern="?first of two?", n=10)) == 1
    kernel.run("\"second of two\"")
    assert len(history(hist_access_type="search", pattern="*second*", n=10, unique=True)) == 1
    entry = history(hist_access_type="tail", n=1, output=True)[0]
    assert entry[2] == ["\"second of two\"", "second of two"]


def check_comms(kernel):
    assert kernel.ask("comm_info_request", {}).reply == {"status": "ok", "comms": {}}
    opened = kernel.send("shell", "comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    closed = [m for m in kernel.published(opened) if m["msg_type"] == "comm_close"]
    assert closed[0]["content"]["comm_id"] == "c1"
    kernel.published(kernel.send("shell", "comm_msg", {"comm_id": "c1", "data": {}}))


def check_what_it_cannot_do(kernel):
    answer = kernel.ask("debug_request", {"type": "request", "seq": 7, "command": "initialize", "arguments": {}}, channel="control").reply
    assert answer["success"] is False and answer["request_seq"] == 7 and answer["command"] == "initialize"
    assert kernel.ask("no_such_request", {}).status == "error"


def check_requests_with_wrong_contents(kernel):
    for msg_type in ("execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request"):
        for content in ({}, {"code": 7, "cursor_pos": "x"}, {"code": None, "cursor_pos": -5}, {"code": "a", "cursor_pos": 10**9}, {"n": -1, "user_expressions": 3}):
            kernel.ask(msg_type, content)
    assert kernel.run("1 + 1").value == "2"


def check_a_trivial_cell_is_quick(kernel):
    seconds = sorted(kernel.run("1 + 1").seconds for _ in range(20))
    print(f"  round trip: median {seconds[10] * 1000:.0f} ms, best {seconds[0] * 1000:.0f} ms")
    assert seconds[0] < 0.030, seconds


def check_completion_is_quick(kernel):
    seconds = sorted(kernel.ask("complete_request", {"code": "Console.Wri", "cursor_pos": 11}).seconds for _ in range(10))
    print(f"  completion: median {seconds[5] * 1000:.0f} ms, best {seconds[0] * 1000:.0f} ms")
    assert seconds[0] < 0.150, seconds


if __name__ == "__main__":
    main(globals())
