// Plain data into bytes and back: one `transfer` of a type serves both ways, so that they cannot differ.
//
//   template <typename Stream> void transfer(Stream& stream) { stream(name_); stream(numbers_); }
#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace protokol {

template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

/// Appends to `bytes`.
class WriteStream {
 public:
  static constexpr bool reads = false;

  template <Plain T>
  void operator()(const T& value) {
    append(&value, sizeof value);
  }
  void operator()(const std::string& text) { block(text); }
  template <typename T>
  void operator()(std::vector<T>& items) {
    if constexpr (Plain<T>) {
      block(items);
    } else {
      (*this)(items.size());
      for (T& item : items) (*this)(item);
    }
  }
  template <typename T>
  requires requires(T& value, WriteStream& stream) { value.transfer(stream); }
  void operator()(T& value) { value.transfer(*this); }
  /// Items without padding, as they lie in memory.
  template <typename Items>
  void block(const Items& items) {
    (*this)(items.size());
    append(items.data(), items.size() * sizeof *items.data());
  }

  std::string bytes;

 private:
  void append(const void* data, std::size_t size) {
    if (size != 0) bytes.append(static_cast<const char*>(data), size);
  }
};

/// Takes from the front of `bytes`. Behind the end everything is zero and empty, and `failed` is true.
class ReadStream {
 public:
  static constexpr bool reads = true;

  explicit ReadStream(std::string_view all) : bytes(all) {}

  template <Plain T>
  void operator()(T& value) {
    take(&value, sizeof value);
  }
  void operator()(std::string& text) { block(text); }
  /// A text where it lies.
  std::string_view text() {
    const std::size_t size = count(1);
    const std::string_view found = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return found;
  }
  template <typename T>
  void operator()(std::vector<T>& items) {
    if constexpr (Plain<T>) {
      block(items);
    } else {
      items.resize(count(1));
      for (T& item : items) (*this)(item);
    }
  }
  template <typename T>
  requires requires(T& value, ReadStream& stream) { value.transfer(stream); }
  void operator()(T& value) { value.transfer(*this); }
  template <typename Items>
  void block(Items& items) {
    items.resize(count(sizeof *items.data()));
    take(items.data(), items.size() * sizeof *items.data());
  }

  std::string_view bytes;
  bool failed = false;

 private:
  /// How many items follow, of at least so many bytes each.
  std::size_t count(std::size_t least_size) {
    std::size_t number = 0;
    (*this)(number);
    if (number <= bytes.size() / least_size) return number;
    failed = true;
    return 0;
  }
  void take(void* data, std::size_t size) {
    if (size > bytes.size()) {
      failed = true;
      bytes = {};
      return;
    }
    if (size != 0) std::memcpy(data, bytes.data(), size);
    bytes.remove_prefix(size);
  }
};

}  // namespace protokol
