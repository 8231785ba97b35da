"""What classes say of an element."""

import pytest

from a11yaudit.article.class_names import Says, read_label


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("nav", Says.BOILERPLATE),
        ("site_nav-main", Says.BOILERPLATE),
        ("navy canvas", 0),
        ("recirculation", Says.BOILERPLATE | Says.RELATED),
        ("you-may-also-like", Says.RELATED),
        ("autorin", Says.BYLINE),
        ("postAuthorName", Says.BYLINE),
        ("coauthor", 0),
        ("photocredit", Says.CAPTION),
        ("MyCaption", Says.CAPTION),
        ("img-description", Says.CAPTION),
        ("story_body article-text", Says.ARTICLE),
        ("commentlist--new", Says.COMMENTS),
        ("blog-comments-section", Says.COMMENTS),
        ("chapô", Says.STANDFIRST),
        ("is-nav", 0),
        ("[&_figcaption]:mt-2", 0),
        ("h-[--main-nav-height]", 0),
        ("pull-quote footnotes", Says.PULL_QUOTE | Says.FOOTNOTE),
    ],
)
def test_given_classes_when_read_then_their_tokens_say_what_the_vocabulary_lists(label: str, says: int) -> None:
    assert read_label(label) == says
