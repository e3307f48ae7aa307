// Reading lists of item numbers.
#include "record/item_list.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace protokol {

namespace {

constexpr int longest_range = 100;

/// «2.13» is the prefix «2.» and 13; «б» is a letter of the prepared alphabet.
struct Item {
  std::string printed;
  std::string prefix;
  int last = 0;
  bool letter = false;
};

class ItemList {
 public:
  explicit ItemList(const Passage& list) : list_(list), at_(list.tokens.from) {}

  std::vector<std::string> read() {
    while (at_ < list_.tokens.to) {
      std::optional<Item> item = item_here();
      if (!item) {
        ++at_;
        continue;
      }
      if (is_sign(*list_.text, at_, "-")) {
        ++at_;
        if (std::optional<Item> end = item_here()) {
          add_range(*item, *end);
          continue;
        }
      }
      items_.push_back(item->printed);
    }
    return std::move(items_);
  }

 private:
  /// The item at `at_`, which moves past it with its quotes and brackets.
  std::optional<Item> item_here() {
    std::uint32_t at = at_;
    while (at < list_.tokens.to && is_sign(*list_.text, at, "\"([№")) ++at;
    if (at >= list_.tokens.to) return std::nullopt;
    std::optional<Item> item;
    if (list_.token(at).kind == TokenKind::number) {
      item = number_at(at);
    } else if (is_word(*list_.text, at) && names_item(at, at > at_)) {
      std::string_view word = list_.at(at);
      item = Item{wording(list_.within({at, at + 1})),
                  {},
                  static_cast<unsigned char>(word[0]),
                  word.size() == 1 && is_cyrillic(word[0])};
      ++at;
    }
    if (!item) return std::nullopt;
    while (at < list_.tokens.to && is_sign(*list_.text, at, "\")]")) ++at;
    at_ = at;
    return item;
  }

  /// A single letter or a Roman number; a letter between two items («а и б») only joins them.
  bool names_item(std::uint32_t at, bool enclosed) const {
    std::string_view word = list_.at(at);
    if (word.size() > 1) return word.find_first_not_of("ivx") == std::string_view::npos;
    bool joins = !items_.empty() && !is_sign(*list_.text, at - 1, ",;-") && !after_joint(at);
    return enclosed || is_sign(*list_.text, at + 1, ")") || !joins;
  }

  /// Is the word before `at` a conjunction, so that `at` is an item: the last «и» of «з и и»?
  bool after_joint(std::uint32_t at) const {
    return at > list_.tokens.from + 1 && is_word(*list_.text, at - 1) && list_.at(at - 1).size() == 1;
  }

  Item number_at(std::uint32_t& at) const {
    std::uint32_t from = at, last = at;
    ++at;
    while (at + 1 < list_.tokens.to && is_sign(*list_.text, at, ".") &&
           list_.token(at + 1).kind == TokenKind::number && !list_.token(at + 1).space_before) {
      last = at + 1;
      at += 2;
    }
    Item item;
    item.printed = wording(list_.within({from, at}));
    if (last > from) item.prefix = wording(list_.within({from, last}));
    std::string_view digits = list_.at(last);
    std::from_chars(digits.data(), digits.data() + digits.size(), item.last);
    return item;
  }

  void add_range(const Item& from, const Item& to) {
    bool counts = from.prefix == to.prefix && from.letter == to.letter && from.last < to.last &&
                  to.last - from.last < longest_range;
    bool roman = !from.letter && from.prefix.empty() && from.printed.find_first_of("0123456789") > 0;
    if (!counts || roman) {
      items_.push_back(from.printed);
      items_.push_back(to.printed);
      return;
    }
    for (int number = from.last; number <= to.last; ++number) {
      if (!from.letter) {
        items_.push_back(from.prefix + std::to_string(number));
      } else if (number == from.last || number == to.last) {
        items_.push_back(number == from.last ? from.printed : to.printed);
      } else {
        items_.push_back(to_utf8(std::string(1, static_cast<char>(number))));
      }
    }
  }

  const Passage& list_;
  std::uint32_t at_;
  std::vector<std::string> items_;
};

}  // namespace

std::vector<std::string> read_items(const Passage& list) { return ItemList(list).read(); }

}  // namespace protokol
