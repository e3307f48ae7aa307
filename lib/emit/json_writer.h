// JSON text, written key by key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace protokol {

/// How containers are laid out.
enum class JsonLayout : std::uint8_t {
  compact,   ///< no white space at all
  indented,  ///< members on lines of their own, indented by two spaces
  inlined,   ///< on one line, a space after each comma and colon
};

/// Appends to one string. The caller opens and closes in the right order; strings must be UTF-8.
class JsonWriter {
 public:
  /// `depth`: how far the first line is indented already.
  JsonWriter(JsonLayout layout, int depth) : layout_(layout), depth_(depth) {}

  void begin_object() { begin('{', layout_); }
  void begin_short_object();  ///< on one line, whatever the layout of the rest
  void end_object() { end('}'); }
  void begin_array() { begin('[', layout_); }
  void end_array() { end(']'); }
  void key(std::string_view name);
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(std::int64_t number);
  void value(double number);  ///< whole numbers without a decimal point
  void value(bool truth);

  std::string take() { return std::move(out_); }

 private:
  struct Container {
    JsonLayout layout;
    bool empty;
  };

  void begin(char bracket, JsonLayout layout);
  void end(char bracket);
  void before_value();
  void separate();
  void append_string(std::string_view text);

  JsonLayout layout_;
  int depth_;
  bool after_key_ = false;
  std::vector<Container> open_;
  std::string out_;
};

}  // namespace protokol
