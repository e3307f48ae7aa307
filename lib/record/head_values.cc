// Choosing number, day, hour and place.
#include "record/head_values.h"

#include <algorithm>
#include <utility>

namespace protokol {

namespace {

constexpr std::uint32_t near_lines = 12;  // from the line that names the document
constexpr std::uint32_t longest_place = 20;

class ValueReading {
 public:
  ValueReading(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
               std::optional<std::uint32_t> kind_line)
      : items_(items), taken_(taken), kind_line_(kind_line), used_(items.size()) {}

  HeadValues read() {
    read_date();
    read_number();
    read_time();
    read_place();
    read_topic();
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (used_[i]) values_.items.push_back(i);
    }
    return std::move(values_);
  }

 private:
  using Index = std::optional<std::uint32_t>;

  // ---- looking around

  bool free(std::uint32_t i) const { return !taken_[i] && items_[i].label != HeadLabel::nothing; }
  bool is(std::uint32_t i, HeadMark mark) const { return i < items_.size() && items_[i].mark == mark; }
  bool opens_field(std::uint32_t i) const { return i == 0 || items_[i].before != Gap::space; }
  bool same_line(std::uint32_t i, std::uint32_t k) const {
    return k < items_.size() && items_[i].line == items_[k].line;
  }
  bool closes_line(std::uint32_t i) const {
    return i + 1 >= items_.size() || items_[i + 1].line != items_[i].line;
  }
  bool alone(std::uint32_t i) const { return closes_line(i) && (i == 0 || !same_line(i, i - 1)); }

  bool line_has(std::uint32_t line, HeadMark mark) const {
    return std::ranges::any_of(items_,
                               [&](const HeadItem& item) { return item.line == line && item.mark == mark; });
  }

  /// It stands in the frame of the head, not in prose.
  bool standing(std::uint32_t i) const {
    if (opens_field(i) || closes_line(i)) return true;
    return items_[i - 1].mark != HeadMark::text || taken_[i - 1] || line_has(items_[i].line, HeadMark::kind);
  }

  bool after_kind(std::uint32_t i) const { return kind_line_ && items_[i].line >= *kind_line_; }
  bool near_kind(std::uint32_t i) const {
    if (!kind_line_) return items_[i].line < near_lines;
    std::uint32_t line = items_[i].line;
    return line >= *kind_line_ ? line - *kind_line_ <= near_lines : *kind_line_ - line <= near_lines;
  }

  template <typename Condition>
  Index first(Condition condition) const {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (free(i) && condition(i)) return i;
    }
    return std::nullopt;
  }

  void use(std::uint32_t i) {
    used_[i] = true;
    if (items_[i].label == HeadLabel::none) return;
    for (std::uint32_t k = i; k > 0; --k) {
      if (items_[k - 1].mark != HeadMark::label) continue;
      used_[k - 1] = true;
      return;
    }
  }

  // ---- day

  void read_date() {
    auto date = [this](std::uint32_t i) { return is(i, HeadMark::date); };
    auto whole = [this](std::uint32_t i) { return items_[i].value.size() > 5; };
    auto labelled = [this](std::uint32_t i) {
      return items_[i].label == HeadLabel::date || items_[i].label == HeadLabel::time ||
             items_[i].label == HeadLabel::place;
    };
    auto bare = [this](std::uint32_t i) { return items_[i].core && items_[i].label == HeadLabel::none; };
    Index found = first([&](std::uint32_t i) { return date(i) && whole(i) && labelled(i); });
    if (!found)
      found = first([&](std::uint32_t i) {
        return date(i) && whole(i) && bare(i) && standing(i) && after_kind(i) && near_kind(i);
      });
    if (!found)
      found = first(
          [&](std::uint32_t i) { return date(i) && whole(i) && bare(i) && standing(i) && near_kind(i); });
    if (!found) found = first([&](std::uint32_t i) { return date(i) && labelled(i); });
    if (!found)
      found = first([&](std::uint32_t i) { return date(i) && bare(i) && standing(i) && near_kind(i); });
    if (!found)
      found = first([&](std::uint32_t i) {
        return date(i) && whole(i) && items_[i].core && near_kind(i) && !items_[i].listed;
      });
    // Of a postal vote that names no day of its own the last day for votes.
    if (!found)
      found = first([&](std::uint32_t i) { return date(i) && items_[i].label == HeadLabel::closing; });
    if (!found) return;
    date_ = found;
    use(*found);
    values_.date = field_of(items_[*found], items_[*found].value);
  }

  // ---- number

  void read_number() {
    auto number = [this](std::uint32_t i) {
      return is(i, HeadMark::number) && items_[i].core && items_[i].label != HeadLabel::other;
    };
    auto on_line = [this](std::uint32_t i, std::uint32_t line) { return items_[i].line == line; };
    Index found;
    if (kind_line_) found = first([&](std::uint32_t i) { return number(i) && on_line(i, *kind_line_); });
    if (!found && date_)
      found = first([&](std::uint32_t i) { return number(i) && on_line(i, items_[*date_].line); });
    if (!found) {
      found = first([&](std::uint32_t i) {
        return number(i) && near_kind(i) && !items_[i].listed &&
               (opens_field(i) || line_has(items_[i].line, HeadMark::kind));
      });
    }
    if (!found) found = first([&](std::uint32_t i) { return number(i) && near_kind(i) && closes_title(i); });
    if (!found) return;
    use(*found);
    values_.number = field_of(items_[*found], items_[*found].value);
  }

  /// «ПРОТОКОЛ / заседания комиссии № 5»: at the end of the line right below the kind.
  bool closes_title(std::uint32_t i) const {
    const bool ends = i + 1 == items_.size() || items_[i + 1].line > items_[i].line;
    return ends && i > 0 && kind_line_ && items_[i].line == *kind_line_ + 1 && same_line(i, i - 1) &&
           is(i - 1, HeadMark::text) && !items_[i].listed;
  }

  // ---- hour

  void read_time() {
    auto hour = [this](std::uint32_t i) { return is(i, HeadMark::time) || is(i, HeadMark::clock); };
    Index found = first([&](std::uint32_t i) { return hour(i) && items_[i].label == HeadLabel::time; });
    if (!found && date_) {
      found = first([&](std::uint32_t i) { return hour(i) && i > *date_ && same_line(i, *date_); });
    }
    if (!found)
      found = first([&](std::uint32_t i) { return hour(i) && items_[i].core && alone(i) && near_kind(i); });
    if (!found && date_) {
      // Right below the day, whatever stands at the other end of the line: «10-00        малый зал».
      found = first([&](std::uint32_t i) {
        return hour(i) && items_[i].core && opens_field(i) && items_[i].line == items_[*date_].line + 1;
      });
    }
    if (!found && date_) {
      // «Зал заседаний администрации, 14-00»
      found = first([&](std::uint32_t i) {
        return hour(i) && items_[i].core && closes_line(i) && opens_with_room(items_[i].line) &&
               items_[i].line <= items_[*date_].line + 1;
      });
    }
    if (!found) {
      found = first([&](std::uint32_t i) {
        return hour(i) && (items_[i].label == HeadLabel::place || items_[i].label == HeadLabel::date);
      });
    }
    if (!found && date_) {
      found = first([&](std::uint32_t i) {
        return is(i, HeadMark::time) && items_[i].core && near_kind(i) && !items_[i].listed;
      });
    }
    if (!found) return;
    time_ = found;
    use(*found);
    values_.time = field_of(items_[*found], items_[*found].value);
  }

  bool opens_with_room(std::uint32_t line) const {
    const auto opening = std::ranges::find(items_, line, &HeadItem::line);
    return opening != items_.end() && opening->mark == HeadMark::room;
  }

  // ---- place

  void read_place() {
    auto placed = [this](std::uint32_t i) {
      return is(i, HeadMark::text) || is(i, HeadMark::town) || is(i, HeadMark::room);
    };
    auto bare = [this](std::uint32_t i) {
      return items_[i].core && items_[i].label == HeadLabel::none && near_kind(i);
    };
    Index found = first([&](std::uint32_t i) {
      return (placed(i) || is(i, HeadMark::address)) && items_[i].label == HeadLabel::place;
    });
    if (!found)
      found = first([&](std::uint32_t i) { return is(i, HeadMark::town) && bare(i) && standing_place(i); });
    if (!found && date_) found = beside_date();
    if (!found) {
      found = first([&](std::uint32_t i) {
        return is(i, HeadMark::room) && bare(i) && opens_field(i) && after_kind(i);
      });
    }
    // The labels of a lost table first, then its values: the town stands behind the label of the day or the
    // hour.
    if (!found) {
      found = first([&](std::uint32_t i) {
        const bool labelled = items_[i].label == HeadLabel::date || items_[i].label == HeadLabel::time;
        return is(i, HeadMark::town) && labelled && near_kind(i) && opens_field(i);
      });
    }
    if (found) take_place(*found);
  }

  /// A town that is no part of a title: in a field of its own or beside a day or a number.
  bool standing_place(std::uint32_t i) const {
    if (opens_field(i)) return true;
    if (!same_line(i, i - 1)) return false;
    HeadMark before = items_[i - 1].mark;
    bool beside = before == HeadMark::date || before == HeadMark::number || before == HeadMark::time ||
                  before == HeadMark::clock || before == HeadMark::nothing;
    bool day_follows = is(i + 1, HeadMark::date) && same_line(i, i + 1) &&
                       !is_word(*items_[i + 1].passage.text, items_[i + 1].passage.tokens.from);
    return beside || day_follows;
  }

  /// What else stands on the line of the day: «…, столовая», «… Штабной вагон, стройплощадка».
  Index beside_date() const {
    return first([&](std::uint32_t i) {
      if (!same_line(i, *date_) || i < *date_ || items_[i].label == HeadLabel::other ||
          !only_values_between(*date_, i))
        return false;
      if (is(i, HeadMark::room)) return true;
      return is(i, HeadMark::text) && items_[i].passage.tokens.size() <= longest_place && behind_sign(i);
    });
  }

  bool only_values_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from + 1; i < to; ++i) {
      if (is(i, HeadMark::text) || is(i, HeadMark::office) || is(i, HeadMark::label) || is(i, HeadMark::kind))
        return false;
    }
    return true;
  }

  /// A field of its own, or parted from the day by a sign.
  bool behind_sign(std::uint32_t i) const {
    if (items_[i].before == Gap::wide) return true;
    std::uint32_t from = items_[i].passage.tokens.from;
    return from > 0 && is_sign(*items_[i].passage.text, from - 1, ",.;(-");
  }

  void take_place(std::uint32_t i) {
    bool labelled = items_[i].label == HeadLabel::place;
    use(i);
    Passage place = items_[i].passage;
    for (std::uint32_t k = i + 1; same_line(i, k) && place.text == items_[k].passage.text; ++k) {
      bool goes_on = is(k, HeadMark::text) || is(k, HeadMark::town) || is(k, HeadMark::room) ||
                     is(k, HeadMark::address) || is(k, HeadMark::foreign);
      std::uint32_t from = items_[k].passage.tokens.from;
      bool comma = from > 0 && is_sign(*place.text, from - 1, ",");
      if (!goes_on || items_[k].before != Gap::space || (!labelled && !comma && !is(k - 1, HeadMark::room)))
        break;
      place.tokens.to = items_[k].passage.tokens.to;
      used_[k] = true;
    }
    place = trimmed(until_sentence_end(place), ",;:-.\"(");
    if (is_sign(*place.text, place.tokens.to - 1, ")") && !opens_bracket(place)) --place.tokens.to;
    values_.place = {wording(place), source(place), items_[i].rule};
  }

  static bool opens_bracket(const Passage& place) {
    for (std::uint32_t t = place.tokens.from; t < place.tokens.to; ++t) {
      if (is_sign(*place.text, t, "(")) return true;
    }
    return false;
  }

  static Passage until_sentence_end(Passage place) {
    for (std::uint32_t t = place.tokens.from + 1; t + 1 < place.tokens.to; ++t) {
      bool stop = is_sign(*place.text, t, ";") ||
                  (is_sign(*place.text, t, ".") && place.at(t - 1).size() > 4 && place.token(t + 1).capital);
      if (stop) return place.within({place.tokens.from, t});
    }
    return place;
  }

  // ---- topic

  void read_topic() {
    Index found = first(
        [&](std::uint32_t i) { return items_[i].label == HeadLabel::topic && !is(i, HeadMark::label); });
    if (!found) return;
    use(*found);
    Passage topic = items_[*found].passage;
    if (topic.tokens.from > 0 && is_sign(*topic.text, topic.tokens.from - 1, "\"")) --topic.tokens.from;
    // A theme goes on to the end of its paragraph; dates and names within are its own.
    std::uint32_t last = *found;
    while (last + 1 < items_.size() && items_[last + 1].unit == items_[*found].unit &&
           items_[last + 1].before < Gap::blank && items_[last + 1].passage.text == topic.text &&
           goes_on(last + 1)) {
      used_[++last] = true;
    }
    topic.tokens.to = items_[last].passage.tokens.to;
    while (topic.tokens.to < topic.text->size() && is_sign(*topic.text, topic.tokens.to, "\")"))
      ++topic.tokens.to;
    topic = trimmed(topic, ".,;:-");
    values_.topic = {wording(topic), source(topic), items_[*found].rule};
  }

  bool goes_on(std::uint32_t i) const {
    if (is(i, HeadMark::label) || is(i, HeadMark::office)) return false;
    return items_[i].before != Gap::line || is(i, HeadMark::text) || is(i, HeadMark::foreign);
  }

  const std::vector<HeadItem>& items_;
  const std::vector<bool>& taken_;
  std::optional<std::uint32_t> kind_line_;
  std::vector<bool> used_;
  Index date_, time_;
  HeadValues values_;
};

}  // namespace

Field field_of(const HeadItem& item, std::string value) {
  return {std::move(value), source(item.passage), item.rule};
}

HeadValues read_head_values(const std::vector<HeadItem>& items, const std::vector<bool>& taken,
                            std::optional<std::uint32_t> kind_line) {
  return ValueReading(items, taken, kind_line).read();
}

}  // namespace protokol
