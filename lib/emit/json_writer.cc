#include "emit/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serializer.hpp>
#include <cmath>

namespace protokol {

namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

}  // namespace

void JsonWriter::begin_short_object() {
  begin('{', layout_ == JsonLayout::indented ? JsonLayout::inlined : layout_);
}

void JsonWriter::begin(char bracket, JsonLayout layout) {
  before_value();
  out_ += bracket;
  open_.push_back({layout, true});
}

void JsonWriter::end(char bracket) {
  const Container closed = open_.back();
  open_.pop_back();
  if (closed.layout == JsonLayout::indented && !closed.empty) {
    out_ += '\n';
    out_.append(2 * (open_.size() + static_cast<std::size_t>(depth_)), ' ');
  }
  out_ += bracket;
}

// Sets a comma and a fresh line between two members, as the container's layout wants it.
void JsonWriter::separate() {
  if (open_.empty()) return;
  Container& container = open_.back();
  if (!container.empty) out_ += ',';
  if (container.layout == JsonLayout::indented) {
    out_ += '\n';
    out_.append(2 * (open_.size() + static_cast<std::size_t>(depth_)), ' ');
  } else if (container.layout == JsonLayout::inlined && !container.empty) {
    out_ += ' ';
  }
  container.empty = false;
}

void JsonWriter::before_value() {
  if (!after_key_) separate();
  after_key_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  append_string(name);
  out_ += open_.back().layout == JsonLayout::compact ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  before_value();
  append_string(text);
}

void JsonWriter::value(std::int64_t number) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::value(double number) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", std::isfinite(number) ? number : 0.0);
}

void JsonWriter::value(bool truth) {
  before_value();
  out_ += truth ? "true" : "false";
}

void JsonWriter::append_string(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), needs_escape)) {
    out_ += '"';
    out_ += text;
    out_ += '"';
    return;
  }
  boost::json::serializer serializer;
  serializer.reset(boost::json::string_view(text.data(), text.size()));
  char buffer[1024];
  while (!serializer.done()) {
    const auto part = serializer.read(buffer, sizeof buffer);
    out_.append(part.data(), part.size());
  }
}

}  // namespace protokol
