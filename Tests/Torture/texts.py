"""The texts: a folder before a change and after it, with answers that tell the two apart."""
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def draw(folder, size, files, seed):
    """Articles drawn from the seed."""
    maker = ROOT / "Benchmarks/make-archive.py"
    arguments = ["--size", str(size), "--source", str(ROOT / "seeds"), "--files", str(files), "--seed", seed]
    subprocess.run([sys.executable, maker, folder, *arguments], check=True, stdout=subprocess.DEVNULL)
    return folder


def before_and_after(work, size):
    """Two folders: in the second one file is changed, one is gone, and one is new."""
    before = draw(work / "before", size, 5, "before")
    after = work / "after"
    shutil.copytree(before, after)
    changed, gone, *_ = sorted(after.glob("*.txt"))
    with changed.open("a", encoding="utf-8") as file:
        file.write("\n### 改动\n\n1999-10-13\n第1版(要闻)\n专栏：\n\n　　社区党建的党员以学习为乐。组织了三个新项目。\n")
    gone.unlink()
    (more,) = draw(work / "more", size // 5, 1, "more").glob("*.txt")
    shutil.copy(more, after / "new.txt")
    return before, after
