"""Errands that are run once the answer is on its way, so that its time tells nothing of them."""

from collections.abc import Callable

from flask import Response, after_this_request, copy_current_request_context


def run_after_the_answer(errand: Callable[[], None]) -> None:
    """Runs with the request's context but a database session of its own: pass ids, not rows."""
    run = copy_current_request_context(errand)

    @after_this_request
    def hand_over(response: Response) -> Response:
        response.call_on_close(run)
        return response
