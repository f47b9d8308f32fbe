"""The hosts of official sites and of known outlets, at which articles are read.

A host that is not here is not known to this library, and nothing more.
"""

from urllib.parse import urlsplit

_OFFICIAL = "gov.cn"
_LISTED = """
    " 12371.cn anhuinews.com bjd.com.cn bjnews.com.cn bohaitoday.com cctv.com ce.cn cfgw.net.cn
    china.com.cn chinadaily.com.cn chinanews.com chinanews.com.cn chinatibetnews.com chuzhou.cn
    cjyun.org cnchu.com cnhubei.com cnjxol.com cnnb.com.cn cnr.cn cnwest.com cqcb.com cqnews.net
    cqrb.cn cri.cn cyol.com dahe.cn dayoo.com dbw.cn dtxw.cn dzwww.com eastday.com enorth.com.cn
    fjsen.com foshannews.net fznews.com.cn gansudaily.com.cn gjnews.cn gmw.cn gscn.com.cn
    gxnews.com.cn gxzxbxwzx.com.cn gywb.cn hangzhou.com.cn hebei.com.cn hebnews.cn hebtv.com
    henandaily.cn hinews.cn hkcd.com hkwb.net hljnews.cn huanqiu.com hunantoday.cn iqilu.com
    iybrb.com jfdaily.com jgsdaily.com jlntv.cn jschina.com.cn jxcn.cn kaiwind.com lanews.com.cn
    legaldaily.com.cn lyd.com.cn lznews.cn mnw.cn mzxsb.com nbd.com.cn news.cn newssc.org
    nfnews.com nnnews.net northnews.cn nxnews.net people.cn people.com.cn qdnrbs.cn qhnews.com
    qlwb.com.cn qstheory.cn qtv.com.cn qyszx.org redhongan.com rednet.cn rmzxb.com.cn rmzxw.com.cn
    rznews.cn sanyarb.com.cn scol.com.cn scxb.com.cn sdnews.com.cn southcn.com stdaily.com
    subaonet.com sxdaily.com.cn sxrb.com sznews.com thepaper.cn tibet.cn tmwcn.com ts.cn
    tynews.com.cn tyrbw.com voc.com.cn wenming.cn wfnews.com.cn whb.cn wxrb.com xhby.net
    xinhuanet.com xinmin.cn xjdaily.com xuexi.cn ycwb.com youth.cn yunnan.cn yznews.com.cn
    zhengguannews.cn zhld.com zjol.com.cn zzrbnews.com
"""
_OUTLETS = frozenset(_LISTED.split())


def host_of(url: str) -> str:
    """Return the host of an address, or ``""`` if there is none. Raises nothing."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def is_known(host: str) -> bool:
    """Tell whether a host is an official site's or a known outlet's."""
    ends = {host, *(host[at + 1 :] for at, char in enumerate(host) if char == ".")}
    return _OFFICIAL in ends or not _OUTLETS.isdisjoint(ends)
