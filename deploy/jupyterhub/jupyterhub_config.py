"""JupyterHub for a class: the notebooks of this clone, one server for each student, as that student's own Unix user."""

import os
from pathlib import Path

c = get_config()  # noqa: F821, which JupyterHub provides

clone = Path(__file__).resolve().parents[2]
idle = int(os.environ.get("HUB_IDLE_SECONDS", "1800"))  # before a kernel, and then its server, is ended

# Behind the web server that speaks HTTPS; nothing else reaches it.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"

# Who is in the Unix group students may log in, with the password of the machine; members of sudo see the list of servers.
c.JupyterHub.authenticator_class = "jupyterhub.auth.PAMAuthenticator"
c.LocalAuthenticator.allowed_groups = {"students"}
c.PAMAuthenticator.admin_groups = {"sudo"}
c.PAMAuthenticator.open_sessions = False

# A server runs as its student, in a folder of the student's own. The script beside this file fills that folder.
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [str(clone / "deploy" / "jupyterhub" / "student")]
c.Spawner.notebook_dir = "~/neural-networks"
c.Spawner.environment = {
    "DOTNET_CLI_TELEMETRY_OPTOUT": "1",
    "DOTNET_NOLOGO": "1",
    "NUGET_FALLBACK_PACKAGES": str(clone.parent / "nuget-packages"),
}
c.Spawner.args = [
    # Sockets in the student's own folder: at a port of the machine, every user can read what a kernel puts out.
    "--KernelManager.transport=ipc",
    # What nobody uses is ended; a cell that runs is in use, an open page is not.
    f"--MappingKernelManager.cull_idle_timeout={idle}",
    f"--MappingKernelManager.cull_interval={max(1, idle // 10)}",
    "--MappingKernelManager.cull_connected=True",
    f"--NotebookApp.shutdown_no_activity_timeout={idle}",
    f"--ServerApp.shutdown_no_activity_timeout={idle}",
]

# A whole class starts in the same minute.
c.Spawner.start_timeout = 300
c.Spawner.http_timeout = 300
