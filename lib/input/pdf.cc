#include "input/pdf.h"

#include <algorithm>
#include <string>
#include <utility>

#include "input/child_process.h"
#include "input/page.h"
#include "input/page_layout.h"
#include "input/scan.h"
#include "input/tool_errors.h"

namespace protokol {
namespace {

constexpr std::string_view package = "poppler-utils";
constexpr std::size_t fewest_letters = 20;      ///< of a page with text
constexpr std::size_t pages_at_once = 50;       ///< of which pictures are held
constexpr std::size_t most_drawn_pages = 1000;  ///< further pages' tables are told by gaps alone
constexpr unsigned dark = 160;
constexpr double least_ink = 0.0005;  ///< share of dark pixels of a page that is not blank

using Reading = std::variant<Document, InputError>;

std::variant<std::string, InputError> words_of(std::string_view bytes, const InputOptions& options) {
  Outcome outcome = run({.words = {"pdftotext", "-tsv", "-enc", "UTF-8", "/dev/stdin", "-"},
                         .input = bytes,
                         .stop = options.stop});
  if (outcome.succeeded()) return std::move(outcome.output);
  if (outcome.ending == Ending::not_found && !has_tool("pdftotext"))
    return missing_tool("pdftotext", package, "PDF");
  if (outcome.errors.find("password") != std::string::npos)
    return InputError{"encrypted", "convert", "The PDF is encrypted; save it without a password."};
  if (outcome.ending == Ending::exited && outcome.status == 3)
    return InputError{"protected", "convert", "The PDF forbids to take its text; print it to a new PDF."};
  return tool_failed("pdftotext", outcome);
}

bool is_blank(const GrayImage& image) {
  const auto ink = std::count_if(image.pixels.begin(), image.pixels.end(),
                                 [](char pixel) { return static_cast<unsigned char>(pixel) < dark; });
  return static_cast<double>(ink) < least_ink * static_cast<double>(image.pixels.size());
}

/// Finds the pages' drawn lines. Returns which pages are blank on paper; nothing where no picture could be
/// made.
std::vector<bool> draw(std::vector<Page>& pages, std::string_view bytes, const InputOptions& options) {
  std::vector<bool> blank(pages.size(), false);
  const std::size_t count = std::min(pages.size(), most_drawn_pages);
  for (std::size_t first = 0; first < count; first += pages_at_once) {
    const std::size_t last = std::min(first + pages_at_once, count);
    const Outcome pictures = run({.words = {"pdftoppm", "-r", "100", "-gray", "-f", std::to_string(first + 1),
                                            "-l", std::to_string(last), "/dev/stdin"},
                                  .input = bytes,
                                  .stop = options.stop});
    const std::vector<GrayImage> images = read_pgm(pictures.output);
    for (std::size_t i = 0; i < images.size() && first + i < last; ++i) {
      pages[first + i].rulings = find_rulings(images[i], pages[first + i].width);
      blank[first + i] = is_blank(images[i]);
    }
  }
  return blank;
}

Reading no_text() {
  return InputError{"scan", "read", "The pages are pictures without text; give --ocr to recognise it."};
}

Reading laid_out(const std::vector<Page>& pages) {
  Document document = lay_out_pages(pages);
  if (document.blocks.empty())
    return InputError{"empty", "read", "The PDF holds no text; check that this is the right file."};
  return document;
}

/// Puts recognised pages in the place of those that are pictures.
Reading with_recognised(std::vector<Page> pages, const std::vector<std::size_t>& numbers,
                        std::string_view bytes, const InputOptions& options) {
  auto recognised = recognise_pdf(bytes, numbers, options);
  if (auto* error = std::get_if<InputError>(&recognised)) return std::move(*error);
  auto& found = std::get<RecognisedPages>(recognised);
  const auto confidence = mean_confidence(found.pages);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    Page& page = pages[numbers[i] - 1];
    if (count_letters(found.pages[i]) > count_letters(page)) page = std::move(found.pages[i]);
  }
  Reading reading = laid_out(pages);
  if (auto* document = std::get_if<Document>(&reading)) document->ocr_confidence = confidence;
  return reading;
}

}  // namespace

std::variant<Document, InputError> read_pdf(std::string_view bytes, const InputOptions& options) {
  const auto tsv = words_of(bytes, options);
  if (const auto* error = std::get_if<InputError>(&tsv)) return *error;
  std::vector<Page> pages = read_tsv(std::get<std::string>(tsv));
  if (pages.empty())
    return InputError{"empty", "read", "The PDF has no pages; check that this is the right file."};

  const std::vector<bool> blank = draw(pages, bytes, options);
  std::vector<std::size_t> pictures;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (count_letters(pages[i]) < fewest_letters && !blank[i]) pictures.push_back(i + 1);
  }
  if (options.ocr && !pictures.empty()) return with_recognised(std::move(pages), pictures, bytes, options);
  // Where nothing can be drawn, a page without words is no picture that could be recognised either.
  const bool all = std::all_of(pages.begin(), pages.end(),
                               [](const Page& page) { return count_letters(page) < fewest_letters; });
  if (all && !pictures.empty()) return no_text();
  Reading reading = laid_out(pages);
  auto* document = std::get_if<Document>(&reading);
  if (document != nullptr && !pictures.empty()) document->warnings.emplace_back("pages_without_text");
  return reading;
}

}  // namespace protokol
