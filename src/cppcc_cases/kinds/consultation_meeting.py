"""协商会议."""

from typing import ClassVar

from attrs import field, frozen

from cppcc_cases.model import EVERY_STAGE, Evidence, Fact, Lifecycle, Maybe, Stage, Text, label
from cppcc_cases.model.labels import EVIDENCE, LIFECYCLE, maybe
from cppcc_cases.text import WordEnum, word


class Form(WordEnum):
    """In what form a committee and those it advises meet to consult."""

    PLENARY = word(
        "plenary",
        "全体会议协商",
        "plenary session",
        "全体会议上的协商、大会发言。",
        "Consultation and speeches at the plenary session.",
    )
    STANDING_COMMITTEE = word(
        "standing_committee",
        "专题议政性常委会会议",
        "thematic standing committee session",
        "常委会会议就一个专题议政。",
        "The standing committee meets on one theme.",
    )
    CHAIRPERSONS = word(
        "chairpersons",
        "主席会议协商",
        "chairpersons' meeting",
        "主席会议、主席专题协商。",
        "The chairpersons meet to consult.",
    )
    THEMATIC = word(
        "thematic",
        "专题协商会",
        "thematic consultation",
        "就一个专题召开的协商会。",
        "A meeting called on one theme.",
    )
    BIWEEKLY = word(
        "biweekly",
        "双周、月度协商座谈会",
        "regular consultation",
        "双周、月度等定期的协商座谈会。",
        "A meeting held every other week or month.",
    )
    SECTOR = word(
        "sector",
        "界别协商",
        "sector consultation",
        "一个或几个界别的委员与部门协商。",
        "Members of one sector or several consult with departments.",
    )
    COUNTERPART = word(
        "counterpart",
        "对口协商",
        "consultation with a counterpart",
        "专门委员会与对口部门协商。",
        "A special committee consults with its counterpart.",
    )
    PROPOSAL = word(
        "proposal",
        "提案办理协商",
        "consultation on proposals",
        "提办双方就提案办理协商。",
        "Those who made a proposal consult with those who handle it.",
    )
    ONLINE = word(
        "online",
        "网络议政、远程协商",
        "online consultation",
        "在网络平台上或远程连线协商。",
        "On an online platform or by remote link.",
    )
    LEGISLATIVE = word(
        "legislative",
        "立法协商",
        "consultation on legislation",
        "就法律、法规草案协商。",
        "On the draft of a law or a regulation.",
    )
    GOVERNMENT = word(
        "government",
        "政府政协联席会议",
        "joint meeting of government and committee",
        "政府和政协的联席会、政府领导与委员座谈。",
        "Government and committee meet.",
    )


@frozen(kw_only=True)
class MeetingForm:
    """The form of a meeting, as the source names it."""

    definition: ClassVar[Text] = Text(
        zh="来源说明的会议形式。", en="The form of a meeting, as the source names it."
    )

    is_a: Form = field(metadata=label("形式", "form", "是哪种形式。", "Which form it is."))
    evidence: tuple[Evidence, ...] = field(metadata=EVIDENCE)

    def facts(self) -> tuple[Fact, ...]:
        """Return the form as one fact."""
        named = self.is_a.label
        return (Fact(zh=named.zh, en=named.en, evidence=self.evidence),)


@frozen(kw_only=True)
class ConsultationMeeting:
    """Consultation meeting."""

    kind: ClassVar[str] = "consultation_meeting"
    name: ClassVar[Text] = Text(zh="协商会议", en="consultation meeting")
    definition: ClassVar[Text] = Text(
        zh="委员与党政部门就一个题目开会协商；常委会会议、专题协商会、双周协商等是它的形式。",
        en="Members and those in charge meet to consult on one subject; sessions of the standing "
        "committee, thematic and other meetings are its forms.",
    )
    stages: ClassVar[frozenset[Stage]] = EVERY_STAGE

    lifecycle: Lifecycle = field(metadata=LIFECYCLE)
    form: Maybe[MeetingForm] = maybe(
        "会议形式",
        "form",
        "是哪种形式的协商会；来源没有说，就不写。",
        "The form of the meeting, if the source says.",
    )
    theme: Maybe[Fact] = maybe("议题", "theme", "会议议的是什么题。", "What the session is about.")
    government_side: Maybe[Fact] = maybe(
        "政府方面", "government side", "政府方面谁到会。", "Who comes for the government."
    )
    advice: Maybe[tuple[Fact, ...]] = maybe(
        "意见建议", "advice given", "委员提了什么意见建议。", "What members advised."
    )
    response: Maybe[Fact] = maybe(
        "当场回应",
        "response on the spot",
        "政府方面当场怎样回应。",
        "The government's answer on the spot.",
    )
    preparation: Maybe[Fact] = maybe(
        "会前准备", "preparation", "会前做了什么准备。", "How it was prepared."
    )
    participants: Maybe[tuple[Fact, ...]] = maybe(
        "参加者",
        "participants",
        "哪些委员、界别、群众参加。",
        "Which members, sectors and others take part.",
    )
    follow_on: Maybe[Fact] = maybe(
        "会后安排", "follow-on", "会后怎样报送、落实。", "What is to follow from it."
    )
