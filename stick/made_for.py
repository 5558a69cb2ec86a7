"""Say for which Python and which system wheels are: the same words where they are made and where they are installed."""

import platform

major, minor, _ = platform.python_version_tuple()
print(f"{platform.python_implementation()} {major}.{minor} on {platform.system()} {platform.machine()}")
