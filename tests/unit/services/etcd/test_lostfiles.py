"""Files that are lost are news, wherever the loss begins."""

import asyncio
import shutil
from pathlib import Path

import pytest

from services.etcd.lostfiles import follow_files


async def test_a_lost_file_is_news_and_so_is_the_next_loss(tmp_path: Path) -> None:
    path = tmp_path / "secrets/etcd/server.key"
    news = asyncio.Event()
    task = asyncio.create_task(follow_files([path], news.set, root=tmp_path))
    await asyncio.sleep(0)
    for _ in range(2):
        path.parent.mkdir(parents=True)
        await asyncio.wait_for(news.wait(), 5)
        news.clear()
        path.write_text("key")
        await asyncio.wait_for(news.wait(), 5)
        news.clear()
        shutil.rmtree(tmp_path / "secrets")
        await asyncio.wait_for(news.wait(), 5)
        await asyncio.sleep(0.01)  # what else the removal has told
        news.clear()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
