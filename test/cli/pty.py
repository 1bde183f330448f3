"""Runs a command on a pseudo terminal, for tests: `pty.py STDOUT COMMAND…`.

Commands come as lines of JSON on stdin: {"send": "text"}, {"resize": [rows, columns]}, {"signal": "SIGINT"}. What the terminal shows goes to stdout. STDOUT is
"tty", or a file that takes the command's standard output. Ends with the command's exit code.
"""
import errno
import fcntl
import json
import os
import select
import signal
import struct
import subprocess
import sys
import termios


def resize(terminal, rows, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def main():
    master, slave = os.openpty()
    resize(slave, 50, 100)
    target, *command = sys.argv[1:]
    stdout = slave if target == "tty" else open(target, "wb")

    def own_terminal():
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

    child = subprocess.Popen(
        command, stdin=slave, stdout=stdout, stderr=slave, preexec_fn=own_terminal
    )
    os.close(slave)
    listening = [master, 0]
    pending = b""
    while True:
        ready, _, _ = select.select(listening, [], [], 0.2)
        if master in ready:
            try:
                data = os.read(master, 65536)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                data = b""
            if not data:
                break
            os.write(1, data)
        if 0 in ready:
            data = os.read(0, 65536)
            if not data:
                listening.remove(0)
            pending += data
            *lines, pending = pending.split(b"\n")
            for line in lines:
                order = json.loads(line)
                if "send" in order:
                    os.write(master, order["send"].encode())
                elif "signal" in order:
                    os.killpg(child.pid, signal.Signals[order["signal"]])
                else:
                    resize(master, *order["resize"])
                    os.killpg(child.pid, signal.SIGWINCH)
        if not ready and child.poll() is not None:
            break
    code = child.wait()
    sys.exit(code if code >= 0 else 128 - code)


main()
