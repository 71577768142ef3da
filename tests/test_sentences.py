"""Hard sentences, written before any cutter was run on them, and what always holds."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from support.strategies import texts

from stmtdiff.sentences import sentences
from stmtdiff.spans import Span

# A paragraph each; "|" stands where one sentence ends and the next begins.
HARD = """
Growth slowed to 2.5 percent in the third quarter.| Inflation stood at 3.1 percent.
The U.S. and Quarrel delegations met in Port Arden.| They agreed on a date.
Ministers met in the U.S.| The Chair thanked them.
The report of Mr. J. R. Hallow was noted.| Dr. A. Senn replied on behalf of the Secretariat.
H.E. Ms. Ona Varr chaired the meeting.| H.R.H. Prince Tolm attended.
See document No. 5 and Add. 1 of the Forum.| No. 6 was withdrawn.
The Meeting recalled resolution S/2010/430.| It also recalled A/RES/60/1.
The Meeting said: “We will not wait.”| Members agreed.
"Shall we accept this?" asked the Chair.| Nobody answered.
The Minister called it “a grave error.”| He left the room afterwards.
The talks (see para. 12 above) failed.| (A second round was planned.)| No date was set.
The Chair asked for calm... and was heard.
The Chair asked for calm ...| The hall fell silent.
Recalling its resolution 12 (2004), and noting the report of the Chair; and welcoming the offer of Tamber,
Decides to extend the mandate until 30 June 2026; requests the Secretary to report;
The ceasefire held from 9 a.m. on 4 May.| It broke at 5 p.m.| Both sides blamed the other.
Exports to Tamber, Galtria, etc. rose.| Imports fell.
The Forum will meet in Sept. 2026 in Ilmar.| The agenda, incl. Art. 7, is open.
The company, Hallow & Sons Inc., built the port.| Galtria Steel Ltd. supplied it.
The vote was 9-1.| Voting against was Lena M. Orr, who preferred no change.
Voting for were: Ada K. Bell, Chair; Tom Ray Jr., Vice Chair; and Ivo N. Dahl.| Mr. Dahl spoke last.
The rate is 4-1/4 to 4-1/2 percent.| Rates may rise further.
What did the Forum achieve?| Very little!| Yet it met.
The treaty entered into force on 1 January 1998.| 14 states are parties.
The text is at www.forum.example.| Copies may be had from info@forum.example.| It is free.
The fund holds $2.5 billion.| In FY. 2025 it lent 1.2 billion.
Under Ch. VII of the Charter, the Council acts.| Under Ch. VI it advises.
The Meeting thanked Prof. Dr. Irena Vosk.| She retires in May.
The island lies at 12.5° N. and 43.1° E. of the line.
The Ministers, i.e. all twelve, signed.| The observers, e.g. Senn, did not.
The plan has three parts: 1. relief; 2. repair; 3. return.| Each has a budget.
会议在阿登港举行。|各方同意明年再次会晤。|会议感谢主席！
「われわれは待たない。」と議長は述べた。|会議は終わった。
The Meeting welcomed Galtria’s offer.’| Tamber abstained.
They discussed the Gulf of St. Orrin.| St. Orrin lies in the north.
The ship was the M.V. Harrier.| It sank on Fri. 3 May.
The Chair (Ms. Varr) opened the debate.[3]| Members spoke in turn.
The ban covers items in Annex I.| Annex II lists exceptions.
Prime Minister K. Orr and President B. Tamm met.| Both spoke for peace.
The Forum notes para. (a) of Decision 4.| Decision 5 was deferred.
The meeting was led by the D.P.R.N.| This was a first.
""".strip().split("\n")


def cut(text: str) -> list[str]:
    """Return the sentences of `text`."""
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize("marked", HARD)
def test_hard_sentences_are_cut_where_a_reader_cuts_them(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_what_is_counted_may_stand_in_brackets() -> None:
    text = "The yield follows from Eq. (4) and Fig. [7]. It is shown in Secs. 2 and 3 (see Fig. [2])."
    assert cut(text) == [
        "The yield follows from Eq. (4) and Fig. [7].",
        "It is shown in Secs. 2 and 3 (see Fig. [2]).",
    ]


def test_a_hard_wrap_is_no_end() -> None:
    assert cut("The Meeting thanked\nMr. Orr. It\nclosed.") == ["The Meeting thanked\nMr. Orr.", "It\nclosed."]


@given(texts)
def test_sentences_hold_every_character_that_is_no_space(text: str) -> None:
    spans = sentences(text)
    gaps = [Span(0, 0), *spans, Span(len(text), len(text))]
    assert not "".join(text[one.end : two.start] for one, two in pairwise(gaps)).strip()
    assert all(re.match(r"\S", text[span.start]) and re.match(r"\S", text[span.end - 1]) for span in spans)
