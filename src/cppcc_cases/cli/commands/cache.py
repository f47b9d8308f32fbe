"""``cases cache``."""

import json

import click

from cppcc_cases.cli.local import option, speaking
from cppcc_cases.cli.session import Session, reading
from cppcc_cases.text import Text, plural


@speaking(
    "cache",
    help="缓存：读过的数据文件存在用户的缓存文件夹里，没有改动的下次不用再读。随时可以删掉，"
    "结果一样，只是慢些。|"
    "The cache: data modules that were read are kept in the user's cache folder, and those that "
    "did not change need not be read again. It may be thrown away: all is the same, but slower.",
)
@option("--where", is_flag=True, help="只写缓存在哪里。|Say where the cache is, and no more.")
@option("--clear", is_flag=True, help="把缓存删掉。|Throw the cache away.")
@reading
def command(session: Session, where: bool, clear: bool) -> None:
    """Say where the cache is and how large, or throw it away."""
    from cppcc_cases.escape import visible
    from cppcc_cases.store import cache

    place = visible(str(cache.cache_folder()))
    if where:
        click.echo(place)
        return
    gone = cache.clear() if clear else 0
    files = cache.cached_files()
    size = sum(one.stat().st_size for one in files)
    if session.form == "json":
        told = {"folder": place, "removed": gone, "files": len(files), "bytes": size}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif clear:
        zh, en = f"删掉了{gone}个文件：{place}", f"{plural(gone, 'file')} removed from {place}"
        click.echo(Text(zh=zh, en=en).in_(session.lang))
    else:
        zh = f"{place}：{len(files)}个文件，{size / 1e6:.1f} MB"
        en = f"{place}: {plural(len(files), 'file')}, {size / 1e6:.1f} MB"
        click.echo(Text(zh=zh, en=en).in_(session.lang))
