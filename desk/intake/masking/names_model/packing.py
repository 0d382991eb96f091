"""Packs the trained pipeline as an installable wheel, byte for byte the same for the same files.

Written by hand (a wheel is a zip with a list of hashes) so that training needs no build tools: PEP 427 and, for the
entry point by which spaCy finds a pipeline, spaCy's own `spacy package`.
"""

import base64
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SPACY = ">=3.8,<3.9"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # zip knows no earlier time; a fixed one keeps the wheel reproducible
_INIT = '''"""Names in Dutch chat and newspaper text; made by desk/intake/masking/names_model in the Wijzer repository."""

from pathlib import Path

from spacy.language import Language
from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides: object) -> Language:
    """The pipeline; `overrides` as in spacy.load."""
    return load_model_from_init_py(__file__, **overrides)
'''


@dataclass(frozen=True, slots=True)
class Package:
    """Name, version, one line of description, and the texts (name to path) that say where it comes from."""

    name: str
    version: str
    summary: str
    licence: str
    texts: dict[str, Path]

    @property
    def file_name(self) -> str:
        """The wheel's file name, as installers read it."""
        return f"{self.name}-{self.version}-py3-none-any.whl"


def pack(package: Package, model: Path, folder: Path) -> Path:
    """Write the wheel of the pipeline in `model` into `folder`, in place of older ones; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{package.name}-*.whl"):
        old.unlink()
    files = list(_files(package, model))
    record = f"{package.name}-{package.version}.dist-info/RECORD"
    path = folder / package.file_name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for name, content in [*files, (record, _record(files, record))]:
            wheel.writestr(_entry(name), content)
    return path


def _files(package: Package, model: Path) -> Iterator[tuple[str, bytes]]:
    inside, info = f"{package.name}/{package.name}-{package.version}", f"{package.name}-{package.version}.dist-info"
    yield f"{package.name}/__init__.py", _INIT.encode()
    yield f"{package.name}/meta.json", (model / "meta.json").read_bytes()
    for path in sorted(path for path in model.rglob("*") if path.is_file()):
        yield f"{inside}/{path.relative_to(model).as_posix()}", path.read_bytes()
    for name, path in sorted(package.texts.items()):
        yield f"{info}/licenses/{name}", path.read_bytes()
    yield f"{info}/METADATA", _metadata(package).encode()
    yield f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: wijzer\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    yield f"{info}/entry_points.txt", f"[spacy_models]\n{package.name} = {package.name}\n".encode()


def _metadata(package: Package) -> str:
    licences = "".join(f"License-File: {name}\n" for name in sorted(package.texts))
    return (
        f"Metadata-Version: 2.4\nName: {package.name}\nVersion: {package.version}\nSummary: {package.summary}\n"
        f"License-Expression: {package.licence}\n{licences}Requires-Python: >=3.10\nRequires-Dist: spacy{SPACY}\n"
    )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    return entry


def _record(files: list[tuple[str, bytes]], own_name: str) -> bytes:
    """Every file with the hash and size of its content."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    for name, content in files:
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        writer.writerow([name, f"sha256={digest}", len(content)])
    writer.writerow([own_name, "", ""])
    return lines.getvalue().encode()
