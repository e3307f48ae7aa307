// Which documents a command line names.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/office_groups.h"
#include "input/document.h"
#include "input/options.h"
#include "input/read.h"

namespace protokol::cli {

/// The options that say what to read, and how.
struct SourceOptions {
  std::vector<std::string> paths;         ///< files, folders, «-» for standard input
  std::optional<std::string> files_from;  ///< a file with one path a line; «-» for standard input
  bool recursive = false;
  std::size_t max_bytes = 64 * 1024 * 1024;
  std::optional<std::chrono::milliseconds> timeout = {};  ///< for one document
  InputOptions input = {};
  std::shared_ptr<OfficeGroups> office = {};  ///< where the run's DOC and RTF files are converted together
};

/// One document to read, or a place that cannot be read. Small: there may be a million.
struct Input {
  std::string path;
  std::shared_ptr<const InputError> error = {};
};

/// Every input in the order given; a folder's files sorted by the bytes of their paths. A string is what
/// is wrong with the list itself, or an encoding that does not exist.
std::variant<std::vector<Input>, std::string> list_inputs(const SourceOptions& options);

/// The same options, so that DOC and RTF files among the inputs are converted in groups.
SourceOptions converting_in_groups(SourceOptions options, const std::vector<Input>& inputs);

/// The files of one input: itself, or of an archive what it holds. Never empty.
std::vector<Part> open_input(const Input& input, const SourceOptions& options);

/// What is said of a document that took longer than options.timeout.
InputError timed_out(const SourceOptions& options, std::string stage);

/// Reads one of them; frees its bytes.
std::variant<Document, InputError> read_part(Part part, const SourceOptions& options);

}  // namespace protokol::cli
