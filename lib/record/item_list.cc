// Reading lists of item numbers.
#include "record/item_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace protokol {

namespace {

constexpr int longest_range = 100;

constexpr std::array<std::string_view, 20> romans{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                  "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                  "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

/// 0 where it is none. `word` is in the prepared alphabet.
int roman_value(std::string_view word) {
  auto found = std::ranges::find(romans, word);
  return found == romans.end() ? 0 : static_cast<int>(found - romans.begin()) + 1;
}

enum class ItemKind : std::uint8_t { number, letter, roman };

/// «2.13» is the prefix «2.» and 13; the last of a letter is the letter itself.
struct Item {
  std::string printed;
  std::string prefix;
  int last = 0;
  ItemKind kind = ItemKind::number;
};

class ItemList {
 public:
  explicit ItemList(const Passage& list) : list_(list), at_(list.tokens.from) {}

  std::vector<std::string> read() {
    while (at_ < list_.tokens.to) {
      std::optional<Item> item = item_here();
      if (!item) {
        behind_joint_ = is_word(*list_.text, at_);
        ++at_;
        continue;
      }
      behind_joint_ = false;
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
      item = word_at(at);
      ++at;
    }
    if (!item) return std::nullopt;
    while (at < list_.tokens.to && is_sign(*list_.text, at, "\")]")) ++at;
    at_ = at;
    return item;
  }

  /// A single letter or a Roman number; a letter right behind an item («а и б») only joins the next one to
  /// it.
  bool names_item(std::uint32_t at, bool enclosed) const {
    std::string_view word = list_.at(at);
    if (word.size() > 1) return roman_value(word) > 0;
    bool joins = !items_.empty() && !is_sign(*list_.text, at - 1, ",;-") && !behind_joint_;
    return enclosed || is_sign(*list_.text, at + 1, ")") || !joins;
  }

  Item word_at(std::uint32_t at) const {
    std::string_view word = list_.at(at);
    Item item{wording(list_.within({at, at + 1})), {}, roman_value(word), ItemKind::roman};
    if (item.last == 0) {
      item.last = static_cast<unsigned char>(word[0]);
      item.kind = ItemKind::letter;
    }
    return item;
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
    bool counts = from.prefix == to.prefix && from.kind == to.kind && from.last < to.last &&
                  to.last - from.last < longest_range;
    items_.push_back(from.printed);
    for (int number = from.last + 1; counts && number < to.last; ++number)
      items_.push_back(from.prefix + spelled(number, from.kind));
    items_.push_back(to.printed);
  }

  static std::string spelled(int number, ItemKind kind) {
    switch (kind) {
      case ItemKind::number:
        return std::to_string(number);
      case ItemKind::letter:
        return to_utf8(std::string(1, static_cast<char>(number)));
      case ItemKind::roman:
        break;
    }
    std::string numeral(romans[static_cast<std::size_t>(number - 1)]);
    std::ranges::transform(numeral, numeral.begin(),
                           [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
    return numeral;
  }

  const Passage& list_;
  std::uint32_t at_;
  bool behind_joint_ = false;  ///< the word before `at_` named no item
  std::vector<std::string> items_;
};

}  // namespace

std::vector<std::string> read_items(const Passage& list) { return ItemList(list).read(); }

}  // namespace protokol
