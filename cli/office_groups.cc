#include "cli/office_groups.h"

#include <algorithm>
#include <utility>

#include "base/time_limit.h"
#include "cli/interrupt.h"
#include "cli/messages.h"
#include "cli/read_bytes.h"
#include "input/file_format.h"

namespace protokol::cli {

namespace {

constexpr std::size_t looked_ahead = 1000;                 ///< inputs
constexpr std::size_t most_bytes = std::size_t{64} << 20;  ///< of one group

bool is_office(std::string_view bytes) {
  const FileFormat format = detect_format(bytes);
  return format == FileFormat::doc || format == FileFormat::rtf;
}

template <typename Files>
void fulfil(const Files& files, std::vector<std::promise<Docx>>& promises) {
  std::vector<std::string_view> bytes;
  for (const auto& file : files) bytes.push_back(file.bytes);
  std::vector<Docx> made = convert_to_docx(bytes, [] { return interrupted() != 0; });
  for (std::size_t i = 0; i < made.size(); ++i) promises[i].set_value(std::move(made[i]));
}

}  // namespace

bool has_office_ending(std::string_view path) {
  std::string ending(path.substr(path.size() - std::min<std::size_t>(path.size(), 4)));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending == ".doc" || ending == ".rtf";
}

OfficeGroups::OfficeGroups(std::vector<std::string> paths, std::size_t max_bytes)
    : paths_(std::move(paths)), max_bytes_(max_bytes), begun_(paths_.size(), false) {
  for (std::size_t i = 0; i < paths_.size(); ++i) places_.emplace(valid_utf8(paths_[i]), i);
}

Docx OfficeGroups::docx_of(std::string_view bytes, std::string_view source) {
  std::vector<File> files;
  std::vector<std::promise<Docx>> promises;
  std::future<Docx> result;
  {
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(source);
    if (!results_.contains(source)) {
      files = {{std::string(source), std::string(bytes)}};
      if (place != places_.end()) {
        begun_[place->second] = true;
        std::vector<File> others = group_from(place->second + 1);
        std::move(others.begin(), others.end(), std::back_inserter(files));
      }
      promises = promise(files);
    }
    const auto ready = results_.find(source);
    result = std::move(ready->second);
    results_.erase(ready);
  }
  if (!files.empty()) fulfil(files, promises);
  const TimeOut time_out;  // another thread may be converting it, with many others
  return result.get();
}

/// The files to come that are worth converting along with another.
std::vector<OfficeGroups::File> OfficeGroups::group_from(std::size_t place) {
  std::vector<File> files;
  std::size_t bytes_taken = 0;
  const std::size_t end = std::min(paths_.size(), place + looked_ahead);
  for (std::size_t i = place; i < end && files.size() + 1 < files_at_once && bytes_taken < most_bytes; ++i) {
    if (begun_[i]) continue;
    std::string source = valid_utf8(paths_[i]);
    if (places_.find(source)->second != i) continue;
    auto bytes = read_file(paths_[i], max_bytes_);
    auto* content = std::get_if<std::string>(&bytes);
    if (content == nullptr || !is_office(*content)) continue;
    begun_[i] = true;
    bytes_taken += content->size();
    files.push_back({std::move(source), std::move(*content)});
  }
  return files;
}

std::vector<std::promise<Docx>> OfficeGroups::promise(const std::vector<File>& files) {
  std::vector<std::promise<Docx>> promises(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    results_.insert_or_assign(files[i].source, promises[i].get_future());
  return promises;
}

void OfficeGroups::convert(const std::vector<Part>& parts) {
  std::vector<File> files;
  for (const Part& part : parts) {
    const auto* bytes = std::get_if<std::string>(&part.bytes);
    if (bytes != nullptr && is_office(*bytes)) files.push_back({part.source, *bytes});
  }
  if (files.size() < 2) return;
  std::vector<std::promise<Docx>> promises;
  {
    const std::lock_guard lock(mutex_);
    promises = promise(files);
  }
  fulfil(files, promises);
}

}  // namespace protokol::cli
