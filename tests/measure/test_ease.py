"""Reading ease puts texts of different kinds, written for this test, into the order in which people find them hard."""

from itertools import pairwise

import pytest
from articles import article

from a11yaudit.measure.readability import ease
from a11yaudit.measure.readability.lexicon import read
from a11yaudit.measure.readability.readability import measure

STORY = (
    "Tom had a small red boat. He kept it under the old bridge, where the water was slow. Every day after school he ran down the "
    "hill to look at it. One day the boat was gone. Tom looked under the bridge and behind the big stones. He asked the man who sold "
    "fish. “I saw your boat,” said the man. “It went down the river with a duck in it.” Tom ran along the river as fast as he could. "
    "Soon he saw the boat. The duck sat in it and looked very happy. Tom sat down in the grass and laughed. “You can keep it for "
    "today,” he said, and he gave the duck some of his bread."
)
BLOG = (
    "Last weekend we finally took the old ferry across the bay, and I can't believe we waited so long. The trip takes about half an "
    "hour, and the kids loved watching the gulls follow the boat. There is a little café on the other side that sells the best apple "
    "cake I've had in years. After lunch we walked along the beach and found a path up to the lighthouse. It was steep, but the view "
    "from the top was worth every step. If you go, bring a warm jacket, because the wind is stronger than you expect. Tickets cost "
    "six dollars each, and you can buy them at the dock just before the boat leaves."
)
NEWS = (
    "The city council voted on Tuesday to replace the harbour bridge, ending a dispute that has divided the town for almost a decade. "
    "The new bridge is expected to cost 40 million dollars and will be financed by a regional loan. Supporters said the existing "
    "structure no longer meets safety standards and would require expensive repairs within five years. Opponents argued that the "
    "council had ignored cheaper proposals and failed to consult residents. Construction is scheduled to begin next spring, according "
    "to the transport department. Until then, vehicles heavier than ten tonnes will remain banned from crossing, and drivers should "
    "expect delays during the morning rush hour."
)
SCIENCE = (
    "Sediment transport in estuaries is governed by the interaction of tidal asymmetry, residual circulation and the erodibility of "
    "cohesive deposits. Concentrations of suspended particulate matter were determined gravimetrically from samples collected at "
    "three depths over eleven consecutive tidal cycles. A significant correlation was observed between turbulent kinetic energy and "
    "the resuspension of fine fractions, whereas flocculation substantially increased settling velocities during periods of low "
    "shear. These observations indicate that conventional parameterisations, which assume constant particle diameters, systematically "
    "underestimate deposition. Incorporating variable floc densities into numerical models consequently improves predictions of "
    "morphological evolution and of the accumulation of associated contaminants in tidal channels."
)
LAW = (
    "Notwithstanding any provision of this agreement to the contrary, the lessee shall indemnify and hold harmless the lessor against "
    "all liabilities, damages and expenses arising out of the occupation of the premises, including those which result from the "
    "negligence of any person acting under the authority of the lessee. The foregoing obligations shall survive the termination of "
    "this agreement. No waiver of any provision hereof shall be deemed to constitute a waiver of any subsequent breach, and no such "
    "waiver shall be binding unless executed in writing by the party against whom enforcement is sought. Any assignment of rights "
    "hereunder without the prior written consent of the lessor shall be void and of no effect."
)
OLD_STORY = (
    "The old man came down to the harbour every evening, when the sun stood low above the hills. He had been a fisherman all his "
    "life, and his father before him. Now his boat lay upon the shore, and the grass grew through her planks. The children knew him "
    "well, and often sat beside him while he mended nets that nobody would use. He told them of great storms, and of ships that never "
    "came home. “Were you not afraid?” the smallest girl would ask. “Always,” he answered, “but the fish did not come to us by "
    "themselves.” Then he would look out at the water for a long time, and the children went quietly home."
)

PLAIN_RENT = (
    "You can get help with your rent if you do not earn much. Ask for the form at the town hall. Fill it in and bring it back "
    "with your last three pay slips. We will write to you within two weeks. "
)
HARD_RENT = (
    "Applicants in receipt of insufficient remuneration may be entitled to assistance towards the cost of accommodation. "
    "Application forms, obtainable from the municipal administration, are to be submitted together with documentary evidence "
    "of earnings for the preceding three months. "
)
PLAIN_HEART = (
    "The heart is a pump. It sends blood to all parts of the body. Blood brings food and air to every cell. When you run, your "
    "heart beats faster, because your legs need more air. "
)
HARD_HEART = (
    "The myocardium contracts rhythmically, ejecting oxygenated blood into the systemic circulation. Cardiac output increases "
    "during physical exertion in response to sympathetic stimulation and the elevated metabolic requirements of skeletal muscle. "
)


def test_stories_are_easier_than_blogs_news_science_and_law() -> None:
    found = [measure(article(given)).ease or 0.0 for given in (STORY, BLOG, NEWS, SCIENCE)]
    assert all(easier - harder > 0.2 for easier, harder in pairwise(found))
    assert (measure(article(LAW)).ease or 0.0) < found[2] - 0.5


def test_an_old_story_is_no_harder_than_modern_news() -> None:
    assert (measure(article(OLD_STORY)).ease or 0.0) > (measure(article(NEWS)).ease or 0.0) + 0.3


@pytest.mark.parametrize(
    ("plain", "hard"),
    [(PLAIN_RENT, HARD_RENT), (PLAIN_HEART, HARD_HEART)],
    ids=("rent", "heart"),
)
def test_plain_words_are_easier_than_the_same_in_officialese(plain: str, hard: str) -> None:
    assert (measure(article(plain * 4)).ease or 0.0) > (measure(article(hard * 4)).ease or 0.0) + 0.8


def test_a_text_of_unknown_words_is_moved_by_none() -> None:
    assert ease.moved_by_words([read(["Qwrtzl", "xkcdq", "zzqk"])]) == 0.0


def test_the_same_words_more_often_move_a_text_no_further_than_once() -> None:
    once, often = (ease.moved_by_words([read(["the", "old", "boat"] * times)]) for times in (1, 9))
    assert once == pytest.approx(often)
