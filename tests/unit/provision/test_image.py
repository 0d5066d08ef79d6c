import os
from pathlib import Path

import pytest

from libtalos.provision.errors import ProvisionError
from libtalos.provision.image import newest


def test_the_image_built_last_is_taken(tmp_path: Path) -> None:
    for second, name in enumerate(("a/_out/0.2.0", "b/_out/0.10.0", "a/_out/0.1.0")):
        image = tmp_path / name / "rootfs.sqsh"
        image.parent.mkdir(parents=True)
        image.touch()
        os.utime(image, (second, second))
    assert newest([tmp_path / "a", tmp_path / "b"]) == tmp_path / "a/_out/0.1.0/rootfs.sqsh"
    assert newest([tmp_path / "b"]) == tmp_path / "b/_out/0.10.0/rootfs.sqsh"


def test_no_image_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ProvisionError, match=rf"no image at {tmp_path}/_out/.*talos image build.*--image"):
        newest([tmp_path, tmp_path])
