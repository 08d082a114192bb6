"""Messages that are not from the front end, and bytes that are no messages."""

import json
import os
import random
import socket

import zmq
from jupyter_client.session import Session

from kernel import main

DELIMITER = b"<IDS|MSG>"


def dealer(kernel, channel="shell"):
    client = zmq.Context.instance().socket(zmq.DEALER)
    client.linger = 0
    client.connect(f"tcp://{kernel.client.ip}:{getattr(kernel.client, channel + '_port')}")
    return client


def dropped(kernel, frames):
    """Whether a message is neither answered nor obeyed; the next genuine one is."""
    client = dealer(kernel)
    client.send_multipart(frames)
    answered = client.poll(300)
    client.close()
    return not answered and kernel.quiet() and kernel.run("1 + 1").value == "2"


def signed(session, content="{}", header=None):
    parts = [json.dumps(header or session.msg("kernel_info_request")["header"], default=str).encode(), b"{}", b"{}", content.encode()]
    return [DELIMITER, session.sign(parts), *parts]


def check_forged(kernel):
    assert dropped(kernel, signed(Session(key=b"another key")))


def check_unsigned(kernel):
    frames = signed(kernel.client.session)
    assert dropped(kernel, [DELIMITER, b"", *frames[2:]])
    assert dropped(kernel, [DELIMITER, *frames[2:]])


def check_replayed(kernel):
    frames = signed(kernel.client.session)
    client = dealer(kernel)
    client.send_multipart(frames)
    assert client.poll(5000) and client.recv_multipart()
    client.close()
    while kernel.client.get_iopub_msg(timeout=5)["content"].get("execution_state") != "idle":
        pass
    assert dropped(kernel, frames)


def check_changed(kernel):
    frames = signed(kernel.client.session, content='{"code": "1"}')
    assert dropped(kernel, [*frames[:-1], frames[-1].replace(b"1", b"2")])


def check_signed_but_malformed(kernel):
    session = kernel.client.session
    for content in ("[]", "null", "{", "\"text\"", "[" * 100_000):
        assert dropped(kernel, signed(session, content)), content[:10]
    assert dropped(kernel, signed(session, header={"msg_type": "kernel_info_request"}))
    assert dropped(kernel, signed(session, header={"msg_id": 1, "msg_type": []}))


def check_frames_at_random(kernel):
    chance = random.Random(42)
    for channel in ("shell", "control", "stdin"):
        client = dealer(kernel, channel)
        for _ in range(200):
            frames = [chance.randbytes(chance.choice((0, 1, 9, 64, 1000))) for _ in range(chance.randrange(1, 10))]
            if chance.random() < 0.5:
                frames.insert(chance.randrange(len(frames)), DELIMITER)
            client.send_multipart(frames)
        assert not client.poll(300)
        client.close()
    assert kernel.quiet() and kernel.run("1 + 1").value == "2"


def check_bytes_at_random(kernel):
    chance = random.Random(7)
    for channel in ("shell", "control", "stdin", "iopub", "hb"):
        for _ in range(60):
            with socket.create_connection((kernel.client.ip, getattr(kernel.client, channel + "_port"))) as connection:
                greeting = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(48)
                connection.sendall((greeting if chance.random() < 0.7 else b"") + chance.randbytes(chance.randrange(1, 300)))
    assert kernel.run("1 + 1").value == "2"
    assert kernel.client.is_alive()


def check_a_claim_of_a_huge_frame(kernel):
    with socket.create_connection((kernel.client.ip, kernel.client.shell_port)) as connection:
        ready = b"\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER"
        connection.sendall(b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(48) + bytes([4, len(ready)]) + ready)
        connection.sendall(b"\x02\x7f" + b"\xff" * 7)
        connection.settimeout(5)
        while connection.recv(4096):
            pass
    assert kernel.run("1 + 1").value == "2"


def check_it_listens_only_where_it_was_told(kernel):
    for pid in kernel.processes():
        for table in ("tcp", "tcp6"):
            with open(f"/proc/{pid}/net/{table}") as file:
                inodes = {line.split()[9]: line.split()[1] for line in file.readlines()[1:] if line.split()[3] == "0A"}
            for descriptor in os.listdir(f"/proc/{pid}/fd"):
                try:
                    target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
                except OSError:
                    continue
                address = inodes.get(target.removeprefix("socket:[").removesuffix("]"))
                assert address is None or address.startswith("0100007F:"), address


if __name__ == "__main__":
    main(globals())
