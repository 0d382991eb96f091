"""Security headers, per kind of answer. No exceptions for inline code, no other origins, no cookies."""

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


def headers_for(path: str, frame_ancestors: str) -> dict[str, str]:
    """Return the headers for an answer at this path; `frame_ancestors` says who may frame the chat page."""
    if path == "/":
        # Framed by other sites, also by those that ask for cross-origin isolation.
        return _page(frame_ancestors) | {"Cross-Origin-Resource-Policy": "cross-origin"}
    if path == "/demo":
        own = _page("'none'")
        own["Content-Security-Policy"] += "; frame-src 'self'"
        return own | {"Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY"}
    if path == "/widget.js":
        return _closed("public, max-age=300") | {"Cross-Origin-Resource-Policy": "cross-origin"}
    if path.startswith("/static/"):
        return _closed("no-cache") | {"Cross-Origin-Resource-Policy": "same-origin"}
    return _closed("no-store") | {"Cross-Origin-Resource-Policy": "same-origin"}


def _page(frame_ancestors: str) -> dict[str, str]:
    policy = PAGE_CSP.format(ancestors=frame_ancestors)
    return EVERYWHERE | {"Content-Security-Policy": policy, "Cache-Control": "no-cache"}


def _closed(cache: str) -> dict[str, str]:
    return EVERYWHERE | {
        "Content-Security-Policy": NOTHING_ALLOWED,
        "Cache-Control": cache,
        "X-Frame-Options": "DENY",
    }
