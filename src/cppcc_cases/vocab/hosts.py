"""The hosts of official sites and of known outlets, at which articles are read.

A host that is not here is not known to this library, and nothing more.
"""

from urllib.parse import urlsplit

_OFFICIAL = "gov.cn"
_LISTED = """
    bohaitoday.com ce.cn cfgw.net.cn chinadaily.com.cn china.com.cn chinanews.com.cn
    chinanews.com chinatibetnews.com chuzhou.cn cjyun.org cnchu.com cnhubei.com cnnb.com.cn
    cnr.cn cctv.com cqcb.com cqnews.net cqrb.cn cri.cn dbw.cn dtxw.cn dzwww.com enorth.com.cn
    fjsen.com fznews.com.cn foshannews.net gjnews.cn gmw.cn gscn.com.cn gxnews.com.cn
    gxzxbxwzx.com.cn gywb.cn hebei.com.cn hebnews.cn henandaily.cn hinews.cn hkcd.com hkwb.net
    hunantoday.cn iqilu.com iybrb.com jgsdaily.com jschina.com.cn jxcn.cn legaldaily.com.cn
    lyd.com.cn lznews.cn mnw.cn mzxsb.com nbd.com.cn news.cn newssc.org nnnews.net northnews.cn
    people.com.cn people.cn qdnrbs.cn qlwb.com.cn qstheory.cn qtv.com.cn qyszx.org redhongan.com
    rmzxb.com.cn rmzxw.com.cn rznews.cn sanyarb.com.cn scol.com.cn scxb.com.cn southcn.com
    stdaily.com sxdaily.com.cn sxrb.com tibet.cn tmwcn.com ts.cn tynews.com.cn tyrbw.com voc.com.cn
    wenming.cn wfnews.com.cn whb.cn wxrb.com xinhuanet.com xinmin.cn youth.cn yunnan.cn
    zhengguannews.cn zhld.com zjol.com.cn zzrbnews.com lanews.com.cn
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
