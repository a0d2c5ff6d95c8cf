"""The embedded form: web server, Celery worker and beat in one process, on the memory broker.

The broker lives in this process, so there must be exactly one. Nothing is lost with it: what is
owed is rows, and the next start finds them.
"""

import logging
import signal
import threading
from collections.abc import Callable
from types import FrameType

from celery import Celery
from celery.beat import Scheduler, Service
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from crm.celery import stopping

STOP_SECONDS = 5
# A mail that is being handed over gets its answer (EMAIL_TIMEOUT), so that it need not go again.
LAST_MAIL_SECONDS = 25

logger = logging.getLogger(__name__)


def serve(celery_app: Celery, *, host: str, port: int, on_ready: Callable[[], None]) -> None:
    """Serve until Ctrl-C or SIGTERM. Raises OSError when the port is taken."""
    server = create_server(get_wsgi_application(), host=host, port=port, threads=4, ident=None)
    worker, working = _start_worker(celery_app)
    beat = Service(celery_app, scheduler_cls=Scheduler)  # keeps no file
    beating = threading.Thread(target=beat.start, args=(True,), name="beat", daemon=True)
    beating.start()
    for stop in (signal.SIGINT, signal.SIGTERM):  # a background shell starts us deaf to SIGINT
        signal.signal(stop, _interrupt)
    on_ready()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()
        beat.stop()
        stopping.set()
        worker.stop()
        working.join(LAST_MAIL_SECONDS)
        beating.join(STOP_SECONDS)


def _start_worker(celery_app: Celery):  # type: ignore[no-untyped-def]  # Celery has no types here
    """Start a worker thread. A first tick is asked for as soon as it listens."""

    def first_tick(_worker: object) -> None:
        celery_app.send_task(celery_app.conf.beat_schedule["tick"]["task"])

    worker = celery_app.WorkController(
        pool_cls="solo", concurrency=1, loglevel="WARNING", ready_callback=first_tick
    )
    working = threading.Thread(target=worker.start, name="worker", daemon=True)
    working.start()
    return worker, working


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
