"""From what protokol_bench measured to one table: table.py RAW.json TABLE.json. MB/s is the median of the repetitions,
in 10^6 bytes of UTF-8 a second of one core's time; the ratio is to the floor on the same text in the same run."""
import json
import statistics
import sys

TEXTS = ("varied", "repeated")


def speeds(raw):
    """{stage: {text: MB/s}} in the order of the run."""
    found = {}
    for one in raw["benchmarks"]:
        if one.get("run_type") == "iteration":
            stage, text = one["name"].split("/")[:2]
            found.setdefault(stage, {}).setdefault(text, []).append(one["bytes_per_second"] / 1e6)
    return {stage: {text: statistics.median(all_of[text]) for text in TEXTS} for stage, all_of in found.items()}


def rows(measured):
    for stage, speed in measured.items():
        yield {"stage": stage, **{text: {"mb_per_second": round(speed[text], 2),
                                         "of_floor": round(speed[text] / measured["floor"][text], 3)} for text in TEXTS}}


def main(raw_file, table_file):
    with open(raw_file, encoding="utf-8") as file:
        raw = json.load(file)
    context = raw["context"]
    table = {"date": context["date"], "cpus": context["num_cpus"], "mhz": context["mhz_per_cpu"],
             "load": context.get("load_avg"), "stages": list(rows(speeds(raw)))}
    with open(table_file, "w", encoding="utf-8") as file:
        json.dump(table, file, indent=2)
        file.write("\n")
    print(f"{'stage':10}" + "".join(f"{text + ', MB/s':>18}{'of floor':>10}" for text in TEXTS))
    for row in table["stages"]:
        print(f"{row['stage']:10}" + "".join(f"{row[text]['mb_per_second']:18.1f}{row[text]['of_floor']:10.3f}" for text in TEXTS))


if __name__ == "__main__":
    main(*sys.argv[1:])
