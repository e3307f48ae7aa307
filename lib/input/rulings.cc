// Finds the lines drawn on a page in its picture.
#include <algorithm>
#include <charconv>

#include "input/page.h"

namespace protokol {
namespace {

constexpr unsigned char dark = 190;  ///< and darker: part of a line; paper and shading are lighter
constexpr std::size_t largest_side = 40'000;
// Of a page that is 595 points (A4) wide, in points.
constexpr double usual_width = 595;
constexpr double shortest_horizontal = 14, shortest_upright = 8, thickest = 4;

// ---- PGM
// ----------------------------------------------------------------------------------------------------

std::size_t take_number(std::string_view& bytes) {
  while (!bytes.empty() && (bytes.front() == ' ' || bytes.front() == '\n')) bytes.remove_prefix(1);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
  bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()));
  return error == std::errc() ? number : 0;
}

std::optional<GrayImage> take_image(std::string_view& bytes) {
  if (!bytes.starts_with("P5")) return std::nullopt;
  bytes.remove_prefix(2);
  const std::size_t width = take_number(bytes), height = take_number(bytes), white = take_number(bytes);
  if (width == 0 || height == 0 || width > largest_side || height > largest_side || white != 255)
    return std::nullopt;
  if (bytes.size() < 1 + width * height) return std::nullopt;
  const GrayImage image{width, height, bytes.substr(1, width * height)};
  bytes.remove_prefix(1 + width * height);
  return image;
}

// ---- runs of dark pixels
// ------------------------------------------------------------------------------------

/// A run of dark pixels along a row (or a column) `across`: [from, to).
struct Run {
  std::size_t across = 0, from = 0, to = 0;
};

bool is_dark(const GrayImage& image, std::size_t x, std::size_t y) {
  return static_cast<unsigned char>(image.pixels[y * image.width + x]) <= dark;
}

std::vector<Run> horizontal_runs(const GrayImage& image, std::size_t shortest) {
  std::vector<Run> runs;
  for (std::size_t y = 0; y < image.height; ++y) {
    for (std::size_t x = 0; x < image.width;) {
      const std::size_t from = x;
      while (x < image.width && is_dark(image, x, y)) ++x;
      if (x - from >= shortest) runs.push_back({y, from, x});
      x += x == from;
    }
  }
  return runs;
}

/// The same along columns; row by row, as the picture lies in memory.
std::vector<Run> upright_runs(const GrayImage& image, std::size_t shortest) {
  std::vector<Run> runs;
  std::vector<std::size_t> from(image.width, 0);  // one past the last light pixel of each column
  for (std::size_t y = 0; y <= image.height; ++y) {
    for (std::size_t x = 0; x < image.width; ++x) {
      if (y < image.height && is_dark(image, x, y)) continue;
      if (y - from[x] >= shortest) runs.push_back({x, from[x], y});
      from[x] = y + 1;
    }
  }
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return a.across != b.across ? a.across < b.across : a.from < b.from;
  });
  return runs;
}

/// Runs that lie side by side, as a thick or a slightly slanted line gives them, as one ruling.
std::vector<Ruling> joined(const std::vector<Run>& runs, double scale, double most_thickness) {
  struct Band {
    Run last;
    std::size_t first, from, to, thickness;
  };
  std::vector<Band> open;
  std::vector<Ruling> rulings;
  const auto finish = [&](const Band& band) {
    if (static_cast<double>(band.thickness) * scale > most_thickness) return;
    rulings.push_back({static_cast<double>(band.first + band.last.across + 1) / 2 * scale,
                       static_cast<double>(band.from) * scale, static_cast<double>(band.to) * scale});
  };
  for (const Run& run : runs) {
    for (std::size_t i = 0; i < open.size();) {
      if (open[i].last.across + 1 >= run.across) {
        ++i;
        continue;
      }
      finish(open[i]);
      open[i] = open.back();
      open.pop_back();
    }
    const auto beside = std::find_if(open.begin(), open.end(), [&](const Band& band) {
      return run.from <= band.last.to + 1 && band.last.from <= run.to + 1;
    });
    if (beside == open.end()) {
      open.push_back({run, run.across, run.from, run.to, 1});
      continue;
    }
    // A slanted line wanders on without growing thick.
    const bool above = run.from < beside->last.to && beside->last.from < run.to;
    beside->thickness += above && run.across != beside->last.across;
    beside->last = run;
    beside->from = std::min(beside->from, run.from);
    beside->to = std::max(beside->to, run.to);
  }
  for (const Band& band : open) finish(band);
  return rulings;
}

}  // namespace

std::vector<GrayImage> read_pgm(std::string_view bytes) {
  std::vector<GrayImage> images;
  while (const auto image = take_image(bytes)) images.push_back(*image);
  return images;
}

Rulings find_rulings(const GrayImage& image, double page_width) {
  const double scale = page_width / static_cast<double>(image.width);
  const double unit = page_width / usual_width;
  const auto pixels = [&](double points) { return static_cast<std::size_t>(points * unit / scale) + 1; };
  return {joined(horizontal_runs(image, pixels(shortest_horizontal)), scale, thickest * unit),
          joined(upright_runs(image, pixels(shortest_upright)), scale, thickest * unit)};
}

}  // namespace protokol
