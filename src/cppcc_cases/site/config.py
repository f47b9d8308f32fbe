"""What the publisher of a site may settle: its title, its colour, its own words about it."""

from attrs import frozen

from cppcc_cases.text import Text

TITLE = Text(zh="地方政协协商实践案例库", en="Cases of CPPCC consultation")
TAGLINE = Text(
    zh="每个数字、每项成效都写明出自哪篇报道、哪一段、哪几个字；报道没有写的，写“未写明”。",
    en="Every figure and outcome names the article, the paragraph and the few words that prove it; "
    "what a report leaves out is “not stated”.",
)
ACCENT = "#8c2f1b"
LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


@frozen(kw_only=True)
class Logo:
    """A picture that stands before the title: the ending of its name, and its bytes."""

    ending: str
    content: bytes

    @property
    def name(self) -> str:
        """The name of its file among the assets."""
        return f"logo{self.ending}"

    @property
    def type(self) -> str:
        """Its type, as HTML names it."""
        return LOGO_TYPES[self.ending]


@frozen(kw_only=True)
class Config:
    """How a site looks and what it says of itself.

    ``url`` is where the site will stand, ending in a slash; without it addresses are relative and
    there is no sitemap. ``about`` is Markdown in both languages, put before the library's own.
    """

    title: Text = TITLE
    tagline: Text = TAGLINE
    accent: str = ACCENT
    logo: Logo | None = None
    url: str | None = None
    about: Text | None = None

    @property
    def icon(self) -> str:
        """The asset that stands for the site in a browser's tab."""
        return self.logo.name if self.logo else "icon.svg"

    @property
    def icon_type(self) -> str:
        """The type of that asset, as HTML names it."""
        return self.logo.type if self.logo else LOGO_TYPES[".svg"]
