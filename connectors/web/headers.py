"""Security headers, per kind of answer. No exceptions for inline code, no other origins, no cookies."""

# Path and file of every page; only the first may be framed by other sites.
PAGES = {
    "/": "index.html",
    "/melding": "melding.html",
    "/demo": "demo.html",
    "/privacy": "privacy.html",
    "/toegankelijkheid": "toegankelijkheid.html",
}
# A page that is made when it is asked for.
FIGURES = "/cijfers"

NOTHING_ALLOWED = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
PAGE_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors {ancestors}"
)
PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
}
FOR_US = {"Cross-Origin-Resource-Policy": "same-origin"}
FOR_ANYONE = {"Cross-Origin-Resource-Policy": "cross-origin"}
NOT_FRAMED = {"X-Frame-Options": "DENY"}


def headers_for(path: str, frame_ancestors: str) -> dict[str, str]:
    """Return the headers for an answer at this path; `frame_ancestors` says who may frame the chat page."""
    if path == "/":
        # Framed by other sites, also by those that ask for cross-origin isolation.
        return _page(frame_ancestors) | FOR_ANYONE
    if path in PAGES or path == FIGURES:
        frames = "; frame-src 'self'" if path == "/demo" else ""
        return _page("'none'" + frames) | FOR_US | NOT_FRAMED
    if path == "/widget.js":
        return _file("public, max-age=300") | FOR_ANYONE
    if path.startswith("/static/"):
        # The widget shows our logo on the pages of others.
        return _file("no-cache") | FOR_ANYONE
    return _file("no-store") | FOR_US


def _page(frame_ancestors: str) -> dict[str, str]:
    policy = PAGE_CSP.format(ancestors=frame_ancestors)
    return EVERYWHERE | {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}


def _file(cache: str) -> dict[str, str]:
    return EVERYWHERE | NOT_FRAMED | {"Content-Security-Policy": NOTHING_ALLOWED, "Cache-Control": cache}
