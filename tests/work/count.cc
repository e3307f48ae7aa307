// The library is compiled with -fsanitize-coverage=trace-pc here: every basic block calls the hook below.
#include "work/count.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace protokol::work {
namespace {

constinit Work work;
constinit std::uint64_t in_use = 0, in_use_before = 0;

void* counted(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  const std::size_t size = malloc_usable_size(memory);
  work.allocated += size;
  in_use += size;
  work.peak = std::max(work.peak, in_use);
  return memory;
}

void give_back(void* memory) {
  in_use -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void start() {
  work = {0, 0, in_use};
  in_use_before = in_use;
}

Work done() { return {work.steps, work.allocated, work.peak - in_use_before}; }

}  // namespace protokol::work

extern "C" void __sanitizer_cov_trace_pc();
extern "C" void __sanitizer_cov_trace_pc() { ++protokol::work::work.steps; }

void* operator new(std::size_t size) { return protokol::work::counted(std::malloc(size)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto unit = static_cast<std::size_t>(alignment);
  return protokol::work::counted(std::aligned_alloc(unit, (size + unit - 1) / unit * unit));
}
void operator delete(void* memory) noexcept { protokol::work::give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { protokol::work::give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { protokol::work::give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  protokol::work::give_back(memory);
}
