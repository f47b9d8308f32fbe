"""The words around a number, and the one pattern with which quantities are looked for."""

import functools
import re

from cppcc_cases.model.qualifier import Qualifier
from cppcc_cases.vocab.numerals import DIGIT, NUMERAL, RUN

_BEFORE = {
    Qualifier.AT_LEAST: "不得少于 不得低于 不应少于 不能少于 不少于 不低于 不下于 不下 不止 至少 "
    "起码 超过了 超过 超出 突破了 突破 多于 高于 大于 超 逾 上 过 ≥ ≧ >",
    Qualifier.ABOUT: "大约 大概 大致 差不多 约 ≈",
    Qualifier.AT_MOST: "不得超过 不得多于 不应超过 不能超过 不超过 不多于 不高于 不大于 不足 不到 "
    "不满 不过 不超 未超过 未超 没超过 没有超过 未突破 未满 "
    "至多 最多 少于 低于 小于 接近 将近 几近 逼近 近 ≤ ≦ <",
}
_BEHIND = {
    Qualifier.AT_LEAST: "以上 多 余 有余 几 +",
    Qualifier.ABOUT: "左右 上下 来",
    Qualifier.AT_MOST: "以内 之内 以下",
}
QUALIFIERS = {
    word: qualifier
    for table in (_BEFORE, _BEHIND)
    for qualifier, words in table.items()
    for word in words.split()
}
_GUARDED = {
    "约": "(?<![节预签特公条契制违履邀相合续解缔协租誓婚失赴爽守毁商])约",
    # 近三年 means the last three years and 近两次 the last two; 近百年 is nearly a hundred.
    "近": r"(?<![附最邻靠临远亲贴走新相拉就])近(?!\s*"
    r"(?:(?:[一二两三四五六七八九十]{1,3}|[0-9]{1,2})\s*(?:个月|[年天周届期])"
    r"|[一二两三四五六七八九2-9]\s*[次场轮批]))",
    "上": "(?<![线网会以百千路台场身桌街江马早晚])上(?=[百千万亿])",
    "过": "(?<![通超经走度])过(?=[百千万亿半])",
}
"""Words that may belong to what stands before them (节约, 附近), and where they do not."""

_MEASURES = (
    "平方公里 平方米 立方米 公里 公顷 公斤 人次 件次 场次 批次 户次 工作日 小时 分钟 部门 "
    "个 家 件 人 名 次 项 篇 份 场 亩 户 条 届 座 所 处 元 期 轮 台 站 张 部 种 类 位 里 "
    "本 批 支 套 辆 间 栋 米 吨 岁 天 年 周 倍 块 起 周岁"
)
_MADE = (
    "个性案体别 人民大才工口均类士 家渠庭乡园亲 名字单称义 次性生 项目 份额子 场景地所合 条例约龙 "
    "处理置长 元区县桥 期间待望 台县山区市河湾风账 站式点 部分队署件 种植田子 类型 位置于 "
    "里河区屯店桥坪铺庄墩堡塬沟营岗镇湾台 本市县省区书地来 支部持 间接 "
    "米脂泉 天门津 年级代 周年村 起来点初步草诉"
)
UNDONE = {word[0]: word[1:] for word in _MADE.split()}
"""What makes another word of a measure word that it follows: 五台县, 一部分, 三年级."""

TO = r"\s?(?:[至到~〜]|[—–−―─‐‒-]{1,2})\s?"
"""What stands between the two ends of a range."""
SPAN = re.compile(rf"\s?\w{{0,2}}{TO}")

_YEAR = "(?:19|20)[0-9]{2}"
_DIGITS = "[0-9]++"
_RUN = rf"(?:[0-9]++(?:[., ][0-9]++)*+[十百千万亿]*+|{NUMERAL}(?:\s?{NUMERAL})*+)"
_END = r"(?![ .,'’_]*[0-9])"
_SOME = "[一两三四五六七八九十]"
_OPEN, _CLOSE = '[“‘「『"]', '[”’」』"]'
# Enough to look ahead for, and much quicker to compile than all measure words again.
_SINGLE = "".join(word for word in _MEASURES.split() if len(word) == 1)
_UNIT = f"(?:[{_SINGLE}]|公里|平方)"
_COUNTED = rf"(?!\s*(?:{_UNIT}|[多余%‰+万亿]))"


@functools.cache
def pattern() -> re.Pattern[str]:
    """Compile the one pattern that a fragment is scanned with."""
    measure = "|".join(
        word + (f"(?![{UNDONE[word]}])" if word in UNDONE else "")
        for word in sorted(_MEASURES.split(), key=len, reverse=True)
    )
    words = sorted(" ".join(_BEFORE.values()).split(), key=len, reverse=True)
    before = "|".join(_GUARDED.get(word, word) for word in words)
    return re.compile(
        rf"(?:(?P<before>{before})\s*+)?"
        rf"(?:(?P<skip>{'|'.join(_NAMES)})|(?P<core>{_core()})"
        rf"(?:\s*+(?P<measure>{measure}|日(?=[以之]?内)|点(?=意见|建议|要求|希望)"
        rf"|(?={TO}(?:[0-9.,]|{NUMERAL})++(?:\s*+(?:{_UNIT}|[成%‰])|(?<=[百千万亿])(?:$|\W))))"
        rf"(?:(?P<half>半(?![数成天]))"
        rf"|(?P<odd>(?<=[米元块])[0-9{DIGIT}]{{1,2}}(?![0-9]|{_UNIT}|{NUMERAL})))?)?"
        r"(?:\s*+(?:[及或]|\(含\))?(?P<after>以[上内]|之内|以下(?!简称)|左右|上下(?![班级游联])"
        r"|\+(?![0-9A-Za-z])|(?<=成)[多余]"
        r"|[多余](?=$|[\s来时前后的,。、;)]|月|小时|星期|学期)))?"
        r"(?P<pause>(?=$|[\s,。、;)”!?]))?)"
    )


def _core() -> str:
    """Return the pattern of a number with all that makes it greater or smaller."""
    minus = rf"(?<![0-9A-Za-z%‰)十百千万亿{_SINGLE}−―─‐‒-])[−±-](?=\.?[0-9])"
    vague = "(?:几|(?<![人总件户次票个基少多无字指])数)[十百千万亿]++(?![分姓])"
    few = f"(?:[0-9.,十两{DIGIT}]++)"
    return (
        rf"(?P<sign>{minus}|(?<!\.)\.(?=[0-9])|(?<![肩担背身抱欠辜胜自])负(?=[0-9])"
        r"|零下\s?(?=[0-9])|^,(?=[0-9]{3}(?![0-9])))?+"
        rf"(?:(?P<share>一半(?![年个天点])|半数|百分百"
        rf"|(?<=[近过超逾])半(?![成年月天日夜个百数辈生径价导{_SINGLE}]))"
        rf"|(?:(?P<of>{_RUN})\s?分\s?之\s*+)?+(?P<run>{vague}|{RUN})"
        rf"(?P<mixed>又{_RUN}(?:分之|/){_RUN}|(?<=[百千万亿])[几数][十百千万亿]++|(?<=零)几)?)"
        rf"(?:(?:(?<=[0-9十百千万亿廿卅卌])|(?<=[十百千万亿][{DIGIT}])(?=\s*余))\s*+"
        r"(?P<more>有?余(?![杭姚江干])"
        r"|(?<![1-9])(?:多(?!元化|样化|功能|边)|来(?![自到访宾电信]))|(?<=[0十])几))?"
        r"(?P<scale>(?<=[多余来几])[万亿]++|个亿(?![元级斤吨人户]))?"
        r"(?P<wan>\s?个多?亿)?(?P<rate>\s*+[%‰])?"
        rf"(?P<tenths>\s?成(?![员立果为功效就本都长熟交像品绩分群百千套天批片县不人年虫])"
        rf"(?P<tenth>[1-9{DIGIT}半](?!{_UNIT}|{NUMERAL}))?)?"
        rf"(?:(?P<plus>\+)(?=\s*(?:{_UNIT}|$|[^\w\s]))|(?P<name>\+(?![0-9A-Za-z])))?"
        rf"(?P<low>(?=(?:、|{TO}){few}?[多余几]?[百千万亿成‰](?!分之)))?"
    )


_NAMES = (
    # ordinals and ranks: 第三次, 第3、4次, 十四届二次会议, 二次供水, 三期工程, 前十名, 百强
    rf"第\s*+{_RUN}(?:(?:、|{TO})第?\s*+{_RUN})*+(?:届\s*+{_RUN}[次中])?",
    rf"{_RUN}届(?:{_RUN}[次中]|全国|[省市县区]?政协|[省市县区]委)",
    "二[次期类级轮手]|[一二三四五六]期(?=工程|项目|建设)"
    rf"|(?:排名|名列|位列|位居|排在|位次)(?:全[国省市县区]|前|第)*+\s*+{_RUN}",
    rf"(?<![之会以目此午])前\s?{_RUN}\s?[名位强]",
    # dates and times of day
    rf"(?:{_YEAR}\s?年?(?:[、/]|{TO})){{0,9}}+[0-9]{{4}}\s?年(?!历史|以[上内])",
    f"[零〇{DIGIT}]{{4}}年|{_RUN}(?:年代|\\s?世纪)|公元前?{_RUN}年?|(?:民国|光绪|乾隆|康熙){_RUN}年",
    f"[0-9]0(?:[、至到][0-9]0){{0,9}}+后|[{DIGIT}〇零][零〇]后",
    rf"{_YEAR}(?:[./、和]|{TO})(?:{_YEAR}|[0-9]{{1,2}}(?:[./-][0-9]{{1,2}})?){_END}{_COUNTED}",
    rf"{_YEAR}\s?[届级]|{_YEAR}(?=[一-鿿])(?!{_UNIT}|[多余来几百千万亿十以左上成分])",
    rf"(?:[0-9]{{1,2}}(?:、|{TO})){{0,9}}[0-9]{{1,2}}\s?"
    r"(?:月(?:\s?[0-9]{1,2}\s?日)?|日(?!\s?[以之]?内)|季度)",
    r"[0-9]{1,2}\s?(?:时(?:\s?[0-9]{1,2}\s?分)?|点(?:[0-9]{1,2}分|[0-5][0-9](?![0-9万亿%])"
    r"|半|钟|整|(?!意见|建议|要求|希望|[0-9])))",
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])|[0-9]{1,2}[·•・][0-9]{1,2}(?![0-9·万亿%])",
    r"[0-9]{1,2}\.[0-9]{1,2}(?=世界|国际|全国|国家|晚会|事故|特大|事件)",
    # telephone lines, documents, versions, sections
    rf"(?:12[0-9]{{3}}|9[56][0-9]{{3,4}}){_COUNTED}"
    "(?=[一-鿿]{0,6}(?:热线|平台|电话|举报|专线|工单))"
    rf"|12345{_END}{_COUNTED}|{_DIGITS}(?={_CLOSE}?热线)",
    rf"(?:热线|电话|传真|手机|邮编|邮政编码|拨打|致电|编号|案号|QQ群?|微信号?)[号码为是:]*+\s*+"
    rf"{_OPEN}?[0-9][0-9-]{{2,}}+{_COUNTED}",
    rf"\(?0[0-9]{{2,3}}[)—–-]?[0-9]{{7,8}}{_END}|[48]00-?[0-9]{{3,4}}-?[0-9]{{3,4}}{_END}{_COUNTED}"
    rf"|1[3-9][0-9]{{9}}{_END}{_COUNTED}|1[3-9][0-9]-[0-9]{{4}}-[0-9]{{4}}{_END}",
    rf"[〔\[(【]\s*{_YEAR}\s*[〕\])】](?:\s*第?\s*{_DIGITS}\s*号)?|[Nn][Oo]\.?\s*{_DIGITS}",
    rf"[0-9][0-9.]*+\s?(?:[版号]|强(?!化))|[0-9]\.0(?![0-9%]){_COUNTED}",
    rf"(?![0-9]{{1,3}}(?:\.[0-9]{{3}})++(?![.0-9])){_DIGITS}(?:\.[0-9]++){{2,}}+{_END}{_COUNTED}",
    rf"(?:^|(?<=[。;\n]))\s*+\(?(?:[0-9]{{1,2}}|[十{DIGIT}]{{1,3}})[.、)]"
    rf"(?=\s*+[^\s0-9.,])(?!{NUMERAL})",
    rf"\([0-9]{{1,2}}\)(?!\s*{_UNIT})|[0-9]++(?:[/-][0-9]++){{2,9}}+",
    # slogans: “1453”总要求, 123工作法, “四个全面”, 1+6+N; models: PM2.5, 5G; but 3km is a quantity
    rf"{_OPEN}[0-9][0-9.·/-]*+{_CLOSE}(?!\s*{_UNIT})",
    f"{_DIGITS}(?=[国省县乡]道|室(?![内外])|楼)|双(?:1[12]|十[一二])(?![0-9]|{NUMERAL}|{_UNIT})",
    rf"{_OPEN}[一二两三四五六七八九十](?![0-9点]|{NUMERAL})[^“”‘’「」『』\"]{{1,7}}{_CLOSE}",
    f"{_DIGITS}(?=履职|总要求|工作[法思体机模]|模式|机制|战略|工程|行动|计划|体系|思路)",
    r"(?<![0-9A-Za-z])[0-9A-Za-z]++(?:\+[0-9A-Za-z]++)++|[A-Za-z]-?[0-9](?:[.,]?[0-9])*+",
    "[0-9][0-9.,]*+(?!(?:[kcm]?m|k?g|t|h|[kM]Wh?)(?![A-Za-z]))[A-Za-z]",
    f"之(?:{_RUN})|八项规定|最多跑一次|零部件|零件(?=[厂商加生制配库])|一[块起](?!钱)",
    # 再一次, 统一, 一件接着一件, 一人一策, 三个一, 四个更大
    "[再又每这那哪上下另任某同唯统逐专单新头初换]一",
    "一(?P<twice>[个件次条项家户步点桩篇份场年天])(?:(?:接着?|又)一)?(?P=twice)",
    rf"{_SOME}(?:{'|'.join(_MEASURES.split())})一(?!{_UNIT}|[致起直共同样般定律并])",
    f"{_SOME}个一批(?![次{_SINGLE}])",
    f"{_SOME}个(?:更|确立|维护|意识|自信|全面|代表|务必|结合|毫不|不)",
)
"""What looks like a quantity and is none."""
