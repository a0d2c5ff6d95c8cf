"""What the browser tests look at a page with: the sizes of a screen, and an ear for complaints."""

from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)

# Chromium calls each of these an error; they are answers: already done, and a form to put right.
ANSWERS = ("status of 409", "status of 422")


def complaints(page: Page, *, home: str) -> list[str]:
    """A list that grows by every error the page logs, and by every request that leaves `home`."""
    heard: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(answer in message.text for answer in ANSWERS):
            heard.append(f"{message.text} ({message.location['url']})")

    def on_request(request: Request) -> None:
        if not request.url.startswith((home, "data:", "about:", "blob:")):
            heard.append(f"It asked {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", on_request)
    return heard
