"""The real servers that tests talk to: Postgres, Redis, Chromium and a mail server.

`python -m tests.servers COMMAND…` runs a command with Postgres and Redis beside it.
"""

# Set in the command's environment, so that tests know these URLs from the developer's own.
SERVERS_RUN = "RAPPORT_TEST_SERVERS"
