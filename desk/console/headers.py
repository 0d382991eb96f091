"""Security headers of the console. No inline code, no other origins, nothing kept by browser or proxy."""

PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EVERYWHERE = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # `no-referrer` would also take the Origin header off our own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def headers_for(path: str) -> dict[str, str]:
    """Return the headers of an answer at this path; only our own static files may be kept, and are asked after."""
    cache = "no-cache" if path.startswith("/static/") else "no-store"
    return EVERYWHERE | {"Cache-Control": cache}
