"""Every operation of the API's document is asked what nobody thought of, as a patient, an advisor and a lead.

No answer is a 5xx; each fits the document in status, type and shape; nonsense is refused, and so is who has no session;
and the server logs no fault.
"""

import pytest

from support.server import Server


def test_the_api_answers_what_nobody_thought_of(demo_server: Server, subtests: pytest.Subtests):
    from faults.odd_requests import fuzz

    fuzz(demo_server, subtests, examples=3, chosen=1)


@pytest.mark.long
def test_the_api_answers_what_nobody_thought_of_at_length(demo_server: Server, subtests: pytest.Subtests):
    from faults.odd_requests import fuzz

    fuzz(demo_server, subtests, examples=400, chosen=None)
