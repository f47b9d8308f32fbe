"""Where the written documentation stands: in an installed library, or in a checkout."""

from pathlib import Path

from cppcc_cases.errors import CasesError
from cppcc_cases.text import Text

_PACKAGED = Path(__file__).parent.parent / "_docs"
_CHECKOUT = Path(__file__).parents[3] / "docs"


class NoDocs(CasesError, FileNotFoundError):
    """The written documentation is not where it belongs. Takes the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder

    def __str__(self) -> str:
        return self.message.en

    @property
    def message(self) -> Text:
        """What is missing, and what to do."""
        return Text(
            zh=f"没有找到文档 {self.folder}，网站少了它就不完整；请重新安装 cppcc-cases，"
            "或者在完整的源代码里运行",
            en=f"the documentation {self.folder} is not there, and a site without it is not whole; "
            "install cppcc-cases again, or run it in a complete checkout",
        )


def docs_folder() -> Path:
    """Return the folder of the written documentation. Raises :class:`NoDocs`."""
    folder = _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT
    if not (folder / "zh" / "index.md").is_file():
        raise NoDocs(folder)
    return folder
