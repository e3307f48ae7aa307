// DOC and RTF files of one run, converted in groups: the first that is asked for brings those after it along.
#pragma once

#include <cstddef>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "input/office.h"
#include "input/read.h"

namespace protokol::cli {

/// Whether a file is looked into for being worth converting along with others: its name ends as of one. What
/// else is DOC or RTF is converted once it is read.
bool has_office_ending(std::string_view path);

/// May be asked from several threads at once.
class OfficeGroups {
 public:
  /// `paths`: the run's inputs with such an ending, in order.
  OfficeGroups(std::vector<std::string> paths, std::size_t max_bytes);

  /// What the file becomes. Converts it, with others that will be asked for, unless that is done already.
  Docx docx_of(std::string_view bytes, std::string_view source);

  /// Converts the DOC and RTF files of an archive, which no path names.
  void convert(const std::vector<Part>& parts);

 private:
  struct File {
    std::string source, bytes;
  };

  std::vector<File> group_from(std::size_t place);
  std::vector<std::promise<Docx>> promise(const std::vector<File>& files);

  const std::vector<std::string> paths_;
  const std::size_t max_bytes_;
  std::map<std::string, std::size_t, std::less<>> places_;  ///< of a source in paths_
  std::mutex mutex_;                                        ///< guards what follows
  std::vector<bool> begun_;                                 ///< for each path whether it was in a group
  std::map<std::string, std::future<Docx>, std::less<>> results_;  ///< that nobody asked for yet
};

}  // namespace protokol::cli
