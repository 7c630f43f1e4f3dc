"""Makes sure that a port is free, for the server itself would share it with another site."""

import errno
import socket

from directory.cli.outcome import NotDone


def check_port_is_free(host: str, port: int) -> None:
    """Raises NotDone where nothing can be served there."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = f"Port {port} is in use already: stop what is there, or give another --port."
        else:
            reason = f"The site cannot be at {host}, port {port} ({error.strerror})."
        raise NotDone(reason) from error
