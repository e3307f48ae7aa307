#include "cli/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/read_bytes.h"
#include "input/file_format.h"
#include "input/plain_text.h"

namespace protokol::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view standard_input = "-";
constexpr std::size_t max_list_bytes = 1024U * 1024U * 1024U;

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

// Folders within are entered, links to folders are not. A folder that cannot be listed is an input with an
// error.
std::vector<Input> files_below(const fs::path& folder) {
  std::vector<Input> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_hidden(entry->path())) continue;
    std::error_code unknown;
    if (entry->is_directory(unknown)) {
      if (entry->is_symlink(unknown)) continue;
      std::vector<Input> below = files_below(entry->path());
      std::move(below.begin(), below.end(), std::back_inserter(found));
    } else if (has_document_ending(entry->path().native())) {
      found.push_back({entry->path().string()});
    }
  }
  if (error) {
    found.push_back({folder.string(),
                     std::make_shared<InputError>(InputError{
                         "permission", "read", "The folder could not be listed: " + error.message() + "."})});
  }
  return found;
}

std::vector<Input> sorted_files_below(const std::string& folder) {
  std::vector<Input> found = files_below(folder);
  std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
  if (found.empty()) say(folder + ": no file in this folder has the ending of a document");
  return found;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::variant<std::vector<Input>, std::string> list_inputs(const SourceOptions& options) {
  const auto trial = read_plain_text("trial", "", options.input);
  if (const auto* error = std::get_if<InputError>(&trial)) return error->message;
  std::vector<std::string> paths = options.paths;
  const bool list_is_piped = options.files_from == standard_input;
  if (options.files_from) {
    auto list =
        list_is_piped ? read_standard_input(max_list_bytes) : read_file(*options.files_from, max_list_bytes);
    if (const auto* error = std::get_if<InputError>(&list))
      return *options.files_from + ": " + error->message;
    for (std::string& line : lines_of(std::get<std::string>(list))) paths.push_back(std::move(line));
  }
  const auto piped = std::count(paths.begin(), paths.end(), standard_input);
  if (piped > 1 || (piped == 1 && list_is_piped)) return "standard input can be read only once";

  std::vector<Input> inputs;
  for (std::string& path : paths) {
    std::error_code unknown;
    if (options.recursive && path != standard_input && fs::is_directory(path, unknown)) {
      std::vector<Input> files = sorted_files_below(path);
      std::move(files.begin(), files.end(), std::back_inserter(inputs));
    } else {
      inputs.push_back({std::move(path)});
    }
  }
  return inputs;
}

SourceOptions converting_in_groups(SourceOptions options, const std::vector<Input>& inputs) {
  std::vector<std::string> paths;
  for (const Input& input : inputs) {
    if (has_office_ending(input.path)) paths.push_back(input.path);
  }
  options.office = std::make_shared<OfficeGroups>(std::move(paths), options.max_bytes);
  options.input.convert = [office = options.office](std::string_view bytes, std::string_view source) {
    return office->docx_of(bytes, source);
  };
  options.input.stop = [] { return interrupted() != 0; };
  return options;
}

std::vector<Part> open_input(const Input& input, const SourceOptions& options) {
  std::string source = valid_utf8(input.path);
  if (input.error) return {{std::move(source), *input.error}};
  auto bytes = input.path == standard_input ? read_standard_input(options.max_bytes)
                                            : read_file(input.path, options.max_bytes);
  if (auto* error = std::get_if<InputError>(&bytes)) return {{std::move(source), std::move(*error)}};
  std::vector<Part> parts = unpack(std::get<std::string>(std::move(bytes)), std::move(source), options.input);
  if (options.office && parts.size() > 1) options.office->convert(parts);
  return parts;
}

InputError timed_out(const SourceOptions& options, std::string stage) {
  const double seconds = static_cast<double>(options.timeout->count()) / 1000;
  return {
      "timed_out", std::move(stage),
      fmt::format("The document took longer than {} s; raise the limit with --timeout if it is a protocol.",
                  seconds)};
}

std::variant<Document, InputError> read_part(Part part, const SourceOptions& options) {
  if (auto* error = std::get_if<InputError>(&part.bytes)) return std::move(*error);
  return read_document(std::get<std::string>(part.bytes), std::move(part.source), options.input);
}

}  // namespace protokol::cli
