// A page as tools for PDF and for scans see it: words with their places, and the lines that are drawn on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protokol {

/// A place on a page, from its upper left corner. The unit does not matter where it is the same everywhere.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle_x() const { return (left + right) / 2; }
  double middle_y() const { return (top + bottom) / 2; }
};

struct PageWord {
  Box box;
  std::string_view text;
  std::uint32_t line = 0;  ///< words of one number were taken for one line by the tool
  double confidence = 0;   ///< 0 to 100
};

/// A straight line drawn along a page: a rule of a table, or an underline.
struct Ruling {
  double at = 0;            ///< y of a horizontal one, x of an upright one
  double from = 0, to = 0;  ///< along it
};

struct Rulings {
  std::vector<Ruling> horizontal, upright;
};

struct Page {
  double width = 0, height = 0;
  std::vector<PageWord> words;
  Rulings rulings;
};

/// The pages in the tables that `pdftotext -tsv` and `tesseract … tsv` print. The words are views of `tsv`.
std::vector<Page> read_tsv(std::string_view tsv);

/// A grey picture; a byte is a pixel, row by row, 0 is black.
struct GrayImage {
  std::size_t width = 0, height = 0;
  std::string_view pixels;
};

/// The pictures in a stream of binary PGM files, as `pdftoppm -gray` writes it. Ends before the first that is
/// damaged.
std::vector<GrayImage> read_pgm(std::string_view bytes);

/// The rulings of a picture, in units of which the page is `page_width` wide.
Rulings find_rulings(const GrayImage& image, double page_width);

}  // namespace protokol
