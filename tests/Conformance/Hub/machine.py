"""What the kernel of the system says of users: their processes, their memory, their files, their ports."""

import os
import pwd
import stat

TICKS = os.sysconf("SC_CLK_TCK")


def users():
    """The students: their number, and their name."""
    return {user.pw_uid: user.pw_name for user in pwd.getpwall() if user.pw_name.startswith("student")}


def processes():
    """Of each that runs: whose, what, its own share of the memory in MB, and the processor time of it and of what it started."""
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            owner = os.stat(f"/proc/{pid}").st_uid
            with open(f"/proc/{pid}/cmdline") as file:
                command = file.read().replace("\0", " ")
            with open(f"/proc/{pid}/smaps_rollup") as file:
                pss = next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024
            with open(f"/proc/{pid}/stat") as file:
                times = file.read().rsplit(")", 1)[1].split()[11:15]
        except (OSError, StopIteration):
            continue  # It has ended meanwhile, or is one of the system's own.
        yield owner, command, pss, sum(map(int, times)) / TICKS


def ports():
    """How many ports of TCP each user listens at."""
    listening = {}
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with open(table) as file:
            for state, owner in ((line.split()[3], int(line.split()[7])) for line in list(file)[1:]):
                if state == "0A":
                    listening[owner] = listening.get(owner, 0) + 1
    return listening


def open_to_others(users):
    """Files of these users that another one can get at: in no closed folder, and not closed themselves."""
    found = []
    for top in ("/home", "/tmp", "/var/tmp", "/dev/shm", "/run"):
        for folder, folders, files in os.walk(top):
            inside = [name for name in folders if os.lstat(os.path.join(folder, name)).st_mode & 0o011]
            for name in folders + files:
                about = os.lstat(os.path.join(folder, name))
                if about.st_uid in users and not stat.S_ISLNK(about.st_mode) and about.st_mode & 0o077:
                    found.append(f"{stat.filemode(about.st_mode)} {os.path.join(folder, name)}")
            folders[:] = inside
    return found
