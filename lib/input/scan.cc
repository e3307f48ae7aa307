#include "input/scan.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "input/child_process.h"
#include "input/page_layout.h"
#include "input/tool_errors.h"

namespace protokol {
namespace {

constexpr double a4_width = 595;  ///< in points
constexpr std::string_view resolution = "300";
constexpr std::chrono::seconds time_for_page{120};
constexpr double surely_litter = 60;  ///< a sign without letters that was recognised with less than this

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint next = utf8::decode(text, at);
    if (utf8::is_letter(next.value) || utf8::is_digit(next.value)) return true;
    at += next.size;
  }
  return false;
}

/// Rules of tables, specks and the edge of the paper are recognised as signs, too.
bool is_litter(const PageWord& word) {
  if (word.text.empty()) return true;
  if (has_letters(word.text)) return false;
  return word.confidence < surely_litter || word.text.find_first_not_of("|_[]") == std::string_view::npos;
}

void scale(Page& page) {
  const double factor = a4_width / std::max(std::min(page.width, page.height), 1.0);
  page.width *= factor;
  page.height *= factor;
  for (PageWord& word : page.words) {
    Box& box = word.box;
    box = {box.left * factor, box.top * factor, box.right * factor, box.bottom * factor};
  }
  for (auto* rulings : {&page.rulings.horizontal, &page.rulings.upright}) {
    for (Ruling& ruling : *rulings) ruling = {ruling.at * factor, ruling.from * factor, ruling.to * factor};
  }
}

/// The rule of a table beside a word is recognised as a part of it.
std::string_view without_rules(std::string_view text) {
  while (text.starts_with('|') || (text.starts_with('[') && text.find(']') == text.npos))
    text.remove_prefix(1);
  while (text.ends_with('|') || (text.ends_with(']') && text.find('[') == text.npos)) text.remove_suffix(1);
  return text;
}

Page finished(Page page) {
  for (PageWord& word : page.words) word.text = without_rules(word.text);
  page.words.erase(std::remove_if(page.words.begin(), page.words.end(), is_litter), page.words.end());
  scale(page);
  return page;
}

InputError recognition_failed(const Outcome& outcome) {
  constexpr std::string_view packages = "tesseract-ocr-rus";
  if (outcome.ending == Ending::not_found && !has_tool("tesseract"))
    return missing_tool("tesseract", packages, "A scan");
  if (outcome.errors.find("rus.traineddata") != std::string::npos)
    return missing_tool("tesseract's Russian data", packages, "A scan");
  return tool_failed("tesseract", outcome);
}

Outcome recognise(std::vector<std::string> words, std::string_view input,
                  const std::filesystem::path& writable, const InputOptions& options) {
  words.insert(words.begin(), "tesseract");
  return run({.words = std::move(words),
              .input = input,
              .environment = {"OMP_THREAD_LIMIT=1"},
              .writable = writable,
              .time = time_for_page,
              .stop = options.stop});
}

}  // namespace

std::variant<RecognisedPages, InputError> recognise_pdf(std::string_view bytes,
                                                        const std::vector<std::size_t>& pages,
                                                        const InputOptions& options) {
  RecognisedPages recognised;
  for (const std::size_t number : pages) {
    const std::string page = std::to_string(number);
    const Outcome picture = run(
        {.words = {"pdftoppm", "-r", std::string(resolution), "-gray", "-f", page, "-l", page, "/dev/stdin"},
         .input = bytes,
         .time = time_for_page,
         .stop = options.stop});
    if (picture.ending == Ending::not_found && !has_tool("pdftoppm"))
      return missing_tool("pdftoppm", "poppler-utils", "A scan in a PDF");
    const std::vector<GrayImage> images = read_pgm(picture.output);
    if (images.empty()) return tool_failed("pdftoppm", picture);

    Outcome outcome = recognise({"stdin", "stdout", "-l", "rus", "--dpi", std::string(resolution), "tsv"},
                                picture.output, {}, options);
    if (!outcome.succeeded()) return recognition_failed(outcome);
    std::vector<Page> found = read_tsv(recognised.tsv.emplace_back(std::move(outcome.output)));
    if (found.empty())
      found.push_back({static_cast<double>(images[0].width), static_cast<double>(images[0].height), {}, {}});
    found[0].rulings = find_rulings(images[0], found[0].width);
    recognised.pages.push_back(finished(std::move(found[0])));
  }
  return recognised;
}

std::variant<Document, InputError> read_image(std::string_view bytes, const InputOptions& options) {
  if (!options.ocr)
    return InputError{"scan", "read", "The file is a picture; give --ocr to recognise its text."};
  const auto folder = WorkFolder::make();
  if (!folder || !write_file(folder->path() / "scan", bytes))
    return InputError{"no_space", "convert",
                      "No temporary file could be written; check TMPDIR and the free space."};
  const std::string scan = (folder->path() / "scan").string(), result = (folder->path() / "result").string();
  // The PDF is a means to draw a picture of any format.
  const Outcome outcome = recognise({scan, result, "-l", "rus", "tsv", "pdf"}, {}, folder->path(), options);
  const auto tsv = read_whole_file(result + ".tsv", std::size_t{256} << 20);
  if (!outcome.succeeded() || !tsv) return recognition_failed(outcome);
  std::vector<Page> pages = read_tsv(*tsv);
  const Outcome drawing = run({.words = {"pdftoppm", "-gray", "-scale-to", "1754", result + ".pdf"},
                               .writable = folder->path(),
                               .stop = options.stop});
  const std::vector<GrayImage> images = read_pgm(drawing.output);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i < images.size()) pages[i].rulings = find_rulings(images[i], pages[i].width);
    pages[i] = finished(std::move(pages[i]));
  }
  Document document = lay_out_pages(pages);
  if (document.blocks.empty())
    return InputError{"empty", "convert",
                      "No text was recognised in the picture; check that it is a page of text."};
  document.ocr_confidence = mean_confidence(pages);
  return document;
}

std::optional<double> mean_confidence(const std::vector<Page>& pages) {
  double sum = 0, weight = 0;
  for (const Page& page : pages) {
    for (const PageWord& word : page.words) {
      const auto letters = static_cast<double>(utf8::count(word.text));
      sum += letters * word.confidence;
      weight += letters;
    }
  }
  if (weight == 0) return std::nullopt;
  return std::round(10 * sum / weight) / 10;
}

std::size_t count_letters(const Page& page) {
  std::size_t letters = 0;
  for (const PageWord& word : page.words) {
    for (std::size_t at = 0; at < word.text.size();) {
      const utf8::CodePoint next = utf8::decode(word.text, at);
      letters += utf8::is_letter(next.value) || utf8::is_digit(next.value);
      at += next.size;
    }
  }
  return letters;
}

}  // namespace protokol
