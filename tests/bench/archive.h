// The documents that are measured: an archive made by make_archive.py, cut into slices.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace protokol::bench {

/// The bytes of documents.
using Documents = std::vector<std::string>;

/// Every *.txt beneath the folder, by path.
Documents load_documents(const std::filesystem::path& folder);

/// What one benchmark reads: first, outside the clock, `warm_up`; then a slice an iteration.
struct Load {
  Documents warm_up;
  std::vector<Documents> slices;
};

/// Every layout once, for warming up; then documents that the reader has never seen.
Load varied_load(std::span<const std::string> documents);
/// The documents of the warm-up over and over, as many bytes a slice as the varied load has.
Load repeated_load(std::span<const std::string> documents);

std::size_t bytes_of(const Documents& documents);

}  // namespace protokol::bench
