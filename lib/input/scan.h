// Scans in: pictures of pages, recognised by tesseract.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "input/document.h"
#include "input/options.h"
#include "input/page.h"

namespace protokol {

/// Pages with recognised words; in points.
struct RecognisedPages {
  std::deque<std::string> tsv;  ///< what the words are views of
  std::vector<Page> pages;
};

/// Recognises these pages (from 1) of a PDF, one by one.
std::variant<RecognisedPages, InputError> recognise_pdf(std::string_view bytes,
                                                        const std::vector<std::size_t>& pages,
                                                        const InputOptions& options);

/// A PNG, JPEG or TIFF. Without options.ocr it is an error that tells of the switch.
std::variant<Document, InputError> read_image(std::string_view bytes, const InputOptions& options);

/// The mean of the words' confidence, to a tenth, long words counting more; nothing without words.
std::optional<double> mean_confidence(const std::vector<Page>& pages);

/// Letters and digits on a page.
std::size_t count_letters(const Page& page);

}  // namespace protokol
