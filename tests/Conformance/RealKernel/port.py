"""A port for a kernel that serves HTTP beside the Jupyter protocol."""

import socket

OPTION = "--http-port-range"


def give_port(manager):
    """Microsoft's kernel looks for the first free port from 2048 on and takes it a second later: of two that start at the
    same moment one would die. So each gets a port that is free now and that no other is told of."""
    argv = manager.kernel_spec.argv
    if OPTION in argv:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        argv[argv.index(OPTION) + 1] = f"{port}-{port}"
