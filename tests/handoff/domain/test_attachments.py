"""Names of files are harmless, whatever they were."""

import unicodedata
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.attachments import (
    ENDINGS,
    MAX_NAME,
    AttachedFile,
    Attachment,
    MediaType,
    harmless,
)
from handoff.domain.ids import AttachmentId
from handoff.domain.messages import Text, words


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("Rechnung März.pdf", MediaType.PDF, "Rechnung März.pdf"),
        ("photo.JPEG", MediaType.JPEG, "photo.jpeg"),
        ("list.csv", MediaType.TEXT, "list.csv"),
        ("photo", MediaType.JPEG, "photo.jpg"),
        ("Rechnung Nr. 5", MediaType.PDF, "Rechnung Nr. 5.pdf"),
        ("invoice.pdf.exe", MediaType.PDF, "invoice.pdf.pdf"),
        ("page.html", MediaType.TEXT, "page.txt"),
        ("run.bat", MediaType.TEXT, "run.txt"),
        ("../../etc/passwd", MediaType.TEXT, "passwd.txt"),
        ("C:\\Users\\me\\photo.png", MediaType.PNG, "photo.png"),
        (".htaccess", MediaType.TEXT, "htaccess.txt"),
        ("CON.png", MediaType.PNG, "_.png"),
        ("com1.a.png", MediaType.PNG, "_.a.png"),
        ("photo\u202egnp.exe", MediaType.PNG, "photognp.png"),
        ("a\r\nSet-Cookie: b.png", MediaType.PNG, "aSet-Cookie_ b.png"),
        ('"><img src=x>.png', MediaType.PNG, "__ _img src=x_.png".replace(" _img", "_img")),
        ("\0\0.png", MediaType.PNG, "png.png"),
        ("...", MediaType.PDF, "attachment.pdf"),
        ("", MediaType.GIF, "attachment.gif"),
        ("x" * 500 + ".png", MediaType.PNG, "x" * (MAX_NAME - 4) + ".png"),
    ],
)
def test_a_name_keeps_what_is_harmless(name: str, kind: MediaType, kept: str) -> None:
    assert harmless(name, kind) == kept


@given(st.text(max_size=300), st.sampled_from(MediaType))
def test_no_name_holds_a_path_or_a_control_and_all_end_as_they_should(
    name: str, kind: MediaType
) -> None:
    kept = harmless(name, kind)

    assert 0 < len(kept) <= MAX_NAME
    assert kept.rpartition(".")[2] in ENDINGS[kind]
    assert not set('<>:"/\\|?*') & set(kept)
    assert not any(unicodedata.category(it)[0] == "C" for it in kept)
    assert kept.strip(". ") == kept
    assert harmless(kept, kind) == kept


def test_where_only_text_can_be_shown_a_file_is_its_name() -> None:
    file = AttachedFile(
        id=AttachmentId(UUID(int=1)), name="a.pdf", media_type=MediaType.PDF, size=5
    )

    assert words((Text(text="Look:"), Attachment(attachment=file))) == "Look: [a.pdf]"
