#include "input/office.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/time_limit.h"
#include "input/child_process.h"
#include "input/docx.h"
#include "input/file_format.h"
#include "input/plain_text.h"
#include "input/tool_errors.h"

namespace protokol {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view package = "libreoffice-writer-nogui";
constexpr std::chrono::seconds time_to_start{60}, time_for_file{15};
constexpr std::size_t largest_docx = std::size_t{256} << 20;

InputError no_folder() {
  return {"no_space", "convert", "No temporary file could be written; check TMPDIR and the free space."};
}

InputError not_converted(const Outcome& outcome) {
  if (outcome.ending == Ending::not_found && !has_tool("soffice"))
    return missing_tool("LibreOffice", package, "DOC or RTF");
  if (outcome.ending == Ending::timed_out || outcome.ending == Ending::stopped)
    return tool_failed("LibreOffice", outcome);
  return {"damaged", "convert",
          "LibreOffice could not read the file; if Word opens it without a password, save it as DOCX."};
}

/// LibreOffice's exit status says nothing, and of what it cannot read it makes nothing, or rubbish.
Docx taken(const fs::path& made, const Outcome& outcome) {
  auto bytes = read_whole_file(made, largest_docx);
  if (!bytes || detect_format(*bytes) != FileFormat::docx) return not_converted(outcome);
  return std::move(*bytes);
}

/// One process for all of `files`, which are no more than files_at_once.
std::vector<Docx> convert_group(const std::vector<std::string_view>& files,
                                const std::function<bool()>& stop) {
  const auto folder = WorkFolder::make();
  if (!folder) return {files.size(), no_folder()};
  const std::string profile = "-env:UserInstallation=file://" + (folder->path() / "profile").string();
  const fs::path target = folder->path() / "docx";
  Command command{.words = {"soffice", "--headless", "--norestore", "--nolockcheck", profile, "--convert-to",
                            "docx:MS Word 2007 XML", "--outdir", target.string()},
                  .environment = {"HOME=" + folder->path().string(), "SAL_USE_VCLPLUGIN=svp"},
                  .writable = folder->path(),
                  .time = time_for(files.size(), time_to_start + time_for_file * files.size()),
                  .stop = stop};
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool rtf = detect_format(files[i]) == FileFormat::rtf;
    const fs::path path = folder->path() / (std::to_string(i) + (rtf ? ".rtf" : ".doc"));
    // LibreOffice takes RTF behind a byte order mark for plain text.
    const std::size_t begin = rtf ? files[i].find('{') : 0;
    if (!write_file(path, files[i].substr(begin))) return {files.size(), no_folder()};
    command.words.push_back(path.string());
  }
  const Outcome outcome = run(command);
  std::vector<Docx> results;
  for (std::size_t i = 0; i < files.size(); ++i)
    results.push_back(taken(target / (std::to_string(i) + ".docx"), outcome));
  return results;
}

bool failed(const Docx& result) { return std::holds_alternative<InputError>(result); }

/// LibreOffice works in order: where it stopped, the first file that is missing stopped it. That one is tried
/// by itself, the others go on together.
void convert_rest(const std::vector<std::string_view>& files, const std::function<bool()>& stop,
                  std::vector<Docx>& results) {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (failed(results[i])) left.push_back(i);
  }
  while (!left.empty() && files.size() > 1 && !(stop && stop())) {
    results[left.front()] = convert_group({files[left.front()]}, stop).front();
    left.erase(left.begin());
    if (left.empty()) return;
    std::vector<std::string_view> rest;
    for (const std::size_t place : left) rest.push_back(files[place]);
    std::vector<Docx> more = convert_group(rest, stop);
    std::vector<std::size_t> still_left;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (failed(more[i])) still_left.push_back(left[i]);
      results[left[i]] = std::move(more[i]);
    }
    left = std::move(still_left);
  }
}

bool is_office(std::string_view bytes) {
  const FileFormat format = detect_format(bytes);
  return format == FileFormat::doc || format == FileFormat::rtf;
}

std::optional<Document> read_with_antiword(std::string_view bytes, const InputOptions& options) {
  const Outcome outcome =
      run({.words = {"antiword", "-w", "0", "-m", "UTF-8.txt", "/dev/stdin"}, .input = bytes});
  if (!outcome.succeeded()) return std::nullopt;
  InputOptions utf8 = options;
  utf8.encoding = "UTF-8";
  auto reading = read_plain_text(outcome.output, "", utf8);
  auto* document = std::get_if<Document>(&reading);
  if (document == nullptr) return std::nullopt;
  document->warnings.emplace_back("numbering_lost");
  return std::move(*document);
}

}  // namespace

std::vector<Docx> convert_to_docx(const std::vector<std::string_view>& files,
                                  const std::function<bool()>& stop) {
  const TimeOut time_out;  // each group has the time of its own files
  const InputError no_office{"unknown_format", "convert",
                             "The file is no DOC or RTF; give it as what it is."};
  std::vector<Docx> results(files.size(), no_office);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (is_office(files[i])) places.push_back(i);
  }
  for (std::size_t from = 0; from < places.size(); from += files_at_once) {
    std::vector<std::string_view> group;
    for (std::size_t i = from; i < std::min(from + files_at_once, places.size()); ++i)
      group.push_back(files[places[i]]);
    std::vector<Docx> made = convert_group(group, stop);
    if (has_tool("soffice")) convert_rest(group, stop, made);
    for (std::size_t i = 0; i < group.size(); ++i) results[places[from + i]] = std::move(made[i]);
  }
  return results;
}

std::variant<Document, InputError> read_office(std::string_view bytes, std::string_view source,
                                               const InputOptions& options) {
  Docx docx = options.convert ? options.convert(bytes, source)
                              : std::move(convert_to_docx({bytes}, options.stop).front());
  if (const auto* made = std::get_if<std::string>(&docx)) return read_docx(*made, options);
  const bool stopped = options.stop && options.stop();
  if (detect_format(bytes) == FileFormat::doc && !stopped) {
    if (auto document = read_with_antiword(bytes, options)) return std::move(*document);
  }
  return std::get<InputError>(std::move(docx));
}

}  // namespace protokol
