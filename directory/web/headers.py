"""Headers that keep a page from being framed, sniffed, cached or made to run strangers' code."""

from urllib.parse import urlsplit

from flask import Flask, Response, request


def install_headers(app: Flask, map_tiles: str) -> None:
    policy = content_security_policy(map_tiles)

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "geolocation=(), camera=(), microphone=()"
        if request.endpoint != "static" or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        return response


def content_security_policy(map_tiles: str) -> str:
    """Only our own files; and pictures from the tile server where one is configured."""
    pictures = "'self' data:"
    if map_tiles:
        parts = urlsplit(map_tiles.replace("{s}", "*"))
        pictures += f" {parts.scheme}://{parts.netloc}"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            f"img-src {pictures}",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "manifest-src 'self'",
        )
    )
