"""One function over many jobs, on all cores."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from crawler.intake.batch import in_order

MANY = 50  # more than are done in one process
DEADLY, WRONG = 20, 30


def double(job: int) -> int:
    return 2 * job


def where(_: int) -> int:
    return os.getpid()


def double_or_die(job: int) -> int:
    if job == DEADLY:
        os._exit(3)
    if job == WRONG:
        raise ValueError("no such number")
    return 2 * job


def test_answers_come_in_the_order_of_the_jobs() -> None:
    assert list(in_order(double, range(MANY), processes=2)) == [(job, 2 * job) for job in range(MANY)]


def test_few_jobs_are_done_in_this_process() -> None:
    assert {answer for _, answer in in_order(where, range(3))} == {os.getpid()}


def test_no_jobs_give_no_answers() -> None:
    assert list(in_order(double, [])) == []


def test_many_jobs_are_done_in_other_processes() -> None:
    assert os.getpid() not in {answer for _, answer in in_order(where, range(MANY), processes=2)}


def test_a_job_that_raises_gives_its_error_and_the_others_their_answers() -> None:
    few = dict(in_order(double_or_die, [1, WRONG, 2]))
    assert isinstance(few[WRONG], ValueError)
    assert (few[1], few[2]) == (2, 4)


def test_a_job_that_kills_its_worker_costs_no_other_job_its_answer() -> None:
    answers = dict(in_order(double_or_die, range(MANY), processes=2))
    assert list(answers) == list(range(MANY))
    assert isinstance(answers.pop(DEADLY), BrokenProcessPool)
    assert isinstance(answers.pop(WRONG), ValueError)
    assert all(answer == 2 * job for job, answer in answers.items())


def test_no_more_jobs_are_taken_than_can_be_worked_on() -> None:
    taken: list[int] = []

    def jobs() -> Iterator[int]:
        for job in range(10_000):
            taken.append(job)
            yield job

    answers = in_order(double, jobs(), processes=2)
    for _ in range(100):
        next(answers)
    answers.close()
    assert len(taken) < 200


@pytest.mark.skipif(sys.platform == "win32", reason="the signal of Ctrl-C cannot be sent to one process there")
def test_workers_leave_an_interrupt_to_the_first_process() -> None:
    answers = in_order(where, range(1000), processes=2)
    _, worker = next(answers)
    assert isinstance(worker, int)
    os.kill(worker, signal.SIGINT)
    assert not [answer for _, answer in answers if isinstance(answer, BaseException)]
