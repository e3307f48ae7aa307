// protokol_bench ARCHIVE [--benchmark_…]: every stage on varied and on repeated text. Archive: make_archive.py.
#include <iostream>
#include <span>
#include <string>

#include <benchmark/benchmark.h>

#include "bench/archive.h"
#include "bench/stages.h"

namespace {

using namespace protokol::bench;

void measure(benchmark::State& state, const NamedStage& named, const Load& load) {
  const Stage stage = named.make();
  benchmark::DoNotOptimize(stage(load.warm_up)());
  std::size_t next = 0, bytes = 0;
  for ([[maybe_unused]] auto iteration : state) {
    state.PauseTiming();
    const Documents& slice = load.slices[next++ % load.slices.size()];
    Work work = stage(slice);
    state.ResumeTiming();
    benchmark::DoNotOptimize(work());
    state.PauseTiming();
    bytes += bytes_of(slice);
    work = {};  // what the stage was given goes outside the clock
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void add(const std::string& text, const std::vector<NamedStage>& stages, const Load& load) {
  for (const NamedStage& stage : stages) {
    benchmark::RegisterBenchmark((stage.name + "/" + text).c_str(),
                                 [&](benchmark::State& state) { measure(state, stage, load); })
        // A varied slice is read once only: what was seen before is no longer varied.
        ->Iterations(static_cast<benchmark::IterationCount>(load.slices.size()))
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: protokol_bench ARCHIVE [--benchmark_...]\n";
    return 2;
  }
  const Documents documents = load_documents(argv[1]);
  const Load varied = varied_load(documents), repeated = repeated_load(documents);
  const auto stages = all_stages(PROTOKOL_DATA_DIR, PROTOKOL_SOURCE_DIR "/tests/bench/floor.patterns");
  add("varied", stages, varied);
  add("repeated", stages, repeated);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
