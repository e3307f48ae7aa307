"""Installs into a folder, moves that folder, and uses what is there: the program finds its data under any prefix, and
another project builds against the library with find_package(protokol)."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import program


def run(*command, **options):
    environment = {**os.environ, "CMAKE_BUILD_PARALLEL_LEVEL": "2"}
    environment.pop("PROTOKOL_DATA", None)
    done = subprocess.run([str(word) for word in command], capture_output=True, env=environment, timeout=600, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit {done.returncode}\n"
                 + done.stdout.decode("utf-8", "replace")[-4000:] + done.stderr.decode("utf-8", "replace")[-4000:])
    return done.stdout


def check_program(prefix, document):
    """The installed program reads with the installed data: the build tree's are not near."""
    records = json.loads(run(prefix / "bin/protokol", document, cwd="/"))
    assert records == json.loads(run(program.PROGRAM, document, cwd="/")), "the installed program reads otherwise"
    assert str(prefix) in run(prefix / "bin/protokol", "check", cwd="/").decode(), "the rules of another place are checked"


def check_consumer(prefix, folder):
    flags = "-fsanitize=address,undefined" if program.SANITIZED else ""
    run("cmake", "-G", "Ninja", "-S", program.SOURCE / "tests/consumer", "-B", folder, f"-DCMAKE_PREFIX_PATH={prefix}",
        f"-DCMAKE_CXX_FLAGS={flags}", "-DCMAKE_BUILD_TYPE=Debug")
    run("cmake", "--build", folder)
    record = json.loads(run(folder / "consumer"))
    assert record["document"]["number"] == "7", record
    assert record["decisions"][0]["action"] == "approve", record


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run("cmake", "--install", os.environ["PROTOKOL_BUILD_DIR"], "--prefix", folder / "first")
        prefix = folder / "moved here"
        shutil.move(folder / "first", prefix)
        installed = {str(path.relative_to(prefix)) for path in prefix.rglob("*")}
        for wanted in ("bin/protokol", "include/protokol/parser.h", "share/protokol/dictionary.bin", "share/protokol/grammars"):
            assert wanted in installed, f"{wanted} is not installed"
        check_program(prefix, next(iter(sorted(program.SAMPLES.glob("*.txt")))))
        check_consumer(prefix, folder / "build")
    print(f"{len(installed)} files and folders installed")


if __name__ == "__main__":
    main()
