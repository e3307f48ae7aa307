#include "bench/archive.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace protokol::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t layouts = 50;          // rows of layouts.tsv: the first documents have one each
constexpr std::size_t slice_bytes = 400'000;  // what a pass over it leaves in the caches is soon gone

std::string bytes_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::size_t bytes_of(const Documents& documents) {
  std::size_t bytes = 0;
  for (const std::string& document : documents) bytes += document.size();
  return bytes;
}

Documents load_documents(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Documents documents;
  for (const fs::path& path : paths) documents.push_back(bytes_of_file(path));
  if (documents.size() <= layouts) throw std::runtime_error("the archive is too small: " + folder.string());
  return documents;
}

Load varied_load(std::span<const std::string> documents) {
  Load load{{documents.begin(), documents.begin() + layouts}, {}};
  std::size_t bytes = slice_bytes;
  for (const std::string& document : documents.subspan(layouts)) {
    if (bytes >= slice_bytes) {
      load.slices.emplace_back();
      bytes = 0;
    }
    load.slices.back().push_back(document);
    bytes += document.size();
  }
  if (load.slices.size() > 1) load.slices.pop_back();  // it is shorter than the others
  return load;
}

Load repeated_load(std::span<const std::string> documents) {
  Load load = varied_load(documents);
  std::size_t next = 0;
  for (Documents& slice : load.slices) {
    slice.clear();
    for (std::size_t bytes = 0; bytes < slice_bytes; next = (next + 1) % layouts) {
      slice.push_back(load.warm_up[next]);
      bytes += slice.back().size();
    }
  }
  return load;
}

}  // namespace protokol::bench
