"""Figures that no later change may lower: a JSON file of numbers, by nested names.

A test compares what it measured with the file and fails below it; `--raise` writes higher figures into the file
and leaves every other one as it is.
"""
import json
import sys


def leaves(tree, path=()):
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, path + (name,))
        else:
            yield path + (name,), value


def at(tree, path):
    for name in path:
        tree = tree.get(name) if isinstance(tree, dict) else None
    return tree


def put(tree, path, value):
    for name in path[:-1]:
        tree = tree.setdefault(name, {})
    tree[path[-1]] = value


def check(figures, file):
    """Prints what fell below its floor; true where nothing did. With --raise on the command line, raises the floors."""
    floors = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    fallen = [(path, floor, at(figures, path)) for path, floor in leaves(floors)
              if at(figures, path) is None or at(figures, path) < floor]
    for path, floor, figure in fallen:
        print(f"below the floor: {' / '.join(path)}: {figure}, was {floor}")
    risen = [(path, value) for path, value in leaves(figures) if value > (at(floors, path) or 0)]
    if "--raise" in sys.argv[1:]:
        for path, value in risen:
            put(floors, path, value)
        file.write_text(json.dumps(floors, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    elif risen:
        print(f"{len(risen)} figures stand above their floor; --raise keeps them")
    return not fallen
