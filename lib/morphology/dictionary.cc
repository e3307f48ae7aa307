// Looks words up in the packed dictionary: every split of the form into stem and suffix is tried.
#include "morphology/dictionary.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <span>
#include <utility>

#include "base/diagnostic.h"
#include "base/file_mapping.h"
#include "morphology/packed.h"
#include "morphology/reading_memory.h"

namespace protokol {
namespace {

constexpr std::size_t longest_word = 64;

[[noreturn]] void refuse(const std::filesystem::path& file, std::string message, std::string hint) {
  throw LoadError({{file.string(), 0, std::move(message), std::move(hint)}});
}

FileMapping mapped(const std::filesystem::path& file) {
  if (auto mapping = FileMapping::of(file)) return std::move(*mapping);
  refuse(file, "the dictionary cannot be opened, or is empty",
         "build the target protokol_dictionary, or reinstall");
}

std::uint32_t power_below(std::size_t count) {
  std::uint32_t power = 1;
  while (power <= count / 2) power *= 2;
  return power;
}

/// Tells a dictionary from all others that were opened.
std::uint64_t next_number() {
  static std::atomic<std::uint64_t> last{0};
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

/// What this thread remembers of the dictionary that it asked last.
ReadingMemory& memory_of(std::uint64_t dictionary) {
  thread_local ReadingMemory memory;
  thread_local std::uint64_t asked = 0;
  if (asked != dictionary) {
    memory.forget();
    asked = dictionary;
  }
  return memory;
}

}  // namespace

struct Dictionary::Impl {
  explicit Impl(const std::filesystem::path& file) : mapping(mapped(file)) {
    const std::string_view bytes = mapping.bytes();
    constexpr auto hint = "it was packed by another version or is damaged: build it again";
    if (bytes.size() < sizeof(packed::Header)) refuse(file, "the dictionary is too short", hint);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != packed::magic) refuse(file, "this is not a dictionary of this version", hint);
    if (header.starts.back() != bytes.size() || header.starts.front() < sizeof header ||
        !std::is_sorted(header.starts.begin(), header.starts.end())) {
      refuse(file, "the dictionary is damaged", hint);
    }
    readings = section<packed::PackedReading>(packed::readings);
    classes = section<std::uint32_t>(packed::classes);
    entries = section<packed::Entry>(packed::entries);
    suffixes = section<std::uint32_t>(packed::suffixes);
    suffix_slots = section<std::uint16_t>(packed::suffix_slots);
    stem_slots = section<std::uint32_t>(packed::stem_slots);
    prefixes = text(packed::prefixes);
    letters = text(packed::letters);
    stems = text(packed::stems);
    if (classes.size() < 2 || suffixes.size() < 2 || suffix_slots.empty() || stem_slots.empty()) {
      refuse(file, "the dictionary is damaged", hint);
    }
    suffix_mask = power_below(suffix_slots.size()) - 1;
    stem_mask = power_below(stem_slots.size()) - 1;
  }

  std::string_view text(packed::Section s) const {
    return mapping.bytes().substr(header.starts[s], header.starts[s + 1] - header.starts[s]);
  }
  template <class T>
  std::span<const T> section(packed::Section s) const {
    const std::string_view bytes = text(s);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  std::string_view suffix(std::uint32_t index) const {
    if (index + 1 >= suffixes.size() || suffixes[index + 1] > letters.size()) return {};
    return letters.substr(suffixes[index], suffixes[index + 1] - suffixes[index]);
  }
  std::span<const packed::Entry> entries_of(std::uint16_t class_number) const {
    const std::uint32_t number = class_number & ~packed::last_class & 0xFFFFu;
    if (number + 1 >= classes.size()) return {};
    const std::uint32_t from = classes[number], to = classes[number + 1];
    if (from > to || to > entries.size()) return {};
    return entries.subspan(from, to - from);
  }
  std::uint16_t class_at(std::uint32_t offset) const {
    std::uint16_t number = packed::last_class | 0x7FFF;
    if (offset + 2 <= stems.size()) std::memcpy(&number, stems.data() + offset, 2);
    return number;
  }
  /// The letters of the stem whose record has a class number at `offset`.
  std::string_view stem_of(std::uint32_t offset) const {
    while (!(class_at(offset) & packed::last_class)) offset += 2;
    offset += 2;
    if (offset >= stems.size()) return {};
    return stems.substr(offset + 1, static_cast<std::uint8_t>(stems[offset]));
  }
  Reading reading(std::uint32_t lemma, const packed::Entry& entry) const {
    if (entry.reading >= readings.size()) return {};
    const packed::PackedReading& p = readings[entry.reading];
    return {lemma,
            static_cast<PartOfSpeech>(p.part),
            static_cast<Case>(p.grammatical_case),
            static_cast<Gender>(p.gender),
            static_cast<Number>(p.number),
            static_cast<Animacy>(p.animacy),
            static_cast<Tense>(p.tense),
            static_cast<Voice>(p.voice)};
  }

  std::optional<std::uint16_t> find_suffix(std::string_view letters_of_it, std::uint32_t hash) const;
  std::optional<std::uint32_t> find_stem(std::string_view letters_of_it, std::uint32_t hash) const;
  /// Calls visit(lemma, entry) for every entry that makes `form`; stops when it returns false.
  template <class Visit>
  void each(std::string_view form, Visit visit) const;

  const std::uint64_t serial = next_number();
  FileMapping mapping;
  packed::Header header{};
  std::span<const packed::PackedReading> readings;
  std::span<const std::uint32_t> classes;
  std::span<const packed::Entry> entries;
  std::span<const std::uint32_t> suffixes;
  std::span<const std::uint16_t> suffix_slots;
  std::span<const std::uint32_t> stem_slots;
  std::string_view prefixes, letters, stems;
  std::uint32_t suffix_mask = 0, stem_mask = 0;
};

std::optional<std::uint16_t> Dictionary::Impl::find_suffix(std::string_view wanted,
                                                           std::uint32_t hash) const {
  for (std::uint32_t probe = 0, slot = hash & suffix_mask; probe <= suffix_mask;
       ++probe, slot = (slot + 1) & suffix_mask) {
    const std::uint16_t found = suffix_slots[slot];
    if (found == 0) return std::nullopt;
    if (suffix(found - 1u) == wanted) return static_cast<std::uint16_t>(found - 1);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Dictionary::Impl::find_stem(std::string_view wanted, std::uint32_t hash) const {
  for (std::uint32_t probe = 0, slot = hash & stem_mask; probe <= stem_mask;
       ++probe, slot = (slot + 1) & stem_mask) {
    const std::uint32_t found = stem_slots[slot];
    if (found == 0) return std::nullopt;
    if (found >> 24 != hash >> 24) continue;
    const std::uint32_t record = (found & 0xFFFFFF) - 1;
    if (stem_of(record) == wanted) return record;
  }
  return std::nullopt;
}

template <class Visit>
void Dictionary::Impl::each(std::string_view form, Visit visit) const {
  if (form.empty() || form.size() > longest_word) return;
  std::array<std::uint32_t, longest_word + 1> stem_hash;
  stem_hash[0] = packed::hash_start;
  for (std::size_t i = 0; i < form.size(); ++i) stem_hash[i + 1] = packed::hash_step(stem_hash[i], form[i]);

  std::uint32_t suffix_hash = packed::hash_start;
  for (std::size_t cut = form.size();; --cut) {
    const auto suffix_index = find_suffix(form.substr(cut), packed::hash_end(suffix_hash));
    const auto record =
        suffix_index ? find_stem(form.substr(0, cut), packed::hash_end(stem_hash[cut])) : std::nullopt;
    for (std::uint32_t at = record.value_or(0); record; at += 2) {
      const std::uint16_t number = class_at(at);
      const auto list = entries_of(number);
      auto entry = std::lower_bound(list.begin(), list.end(), *suffix_index,
                                    [](const packed::Entry& e, std::uint16_t s) { return e.suffix < s; });
      for (; entry != list.end() && entry->suffix == *suffix_index; ++entry) {
        if (!visit(at, *entry)) return;
      }
      if (number & packed::last_class) break;
    }
    if (cut == 0) return;
    suffix_hash = packed::hash_step(suffix_hash, form[cut - 1]);
  }
}

Dictionary::Dictionary(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

Dictionary Dictionary::open(const std::filesystem::path& file) {
  return Dictionary(std::make_unique<Impl>(file));
}

std::string_view Dictionary::fingerprint() const {
  return impl_->mapping.bytes().substr(0, sizeof(packed::Header));
}

bool Dictionary::knows(std::string_view form) const {
  if (form.size() > longest_word) return false;
  if (const auto known = memory_of(impl_->serial).find(form)) return !known->empty();
  bool found = false;
  impl_->each(form, [&](std::uint32_t, const packed::Entry&) { return !(found = true); });
  return found;
}

bool Dictionary::names_thing(std::string_view form) const {
  const Readings known = readings(form);
  return !known.empty() && std::ranges::all_of(known, [](const Reading& one) {
    return one.part == PartOfSpeech::noun && one.animacy == Animacy::inanimate;
  });
}

Readings Dictionary::readings(std::string_view form) const {
  if (form.size() > longest_word) return {};
  ReadingMemory& memory = memory_of(impl_->serial);
  if (const auto known = memory.find(form)) return Readings(*known);
  Readings result;
  impl_->each(form, [&](std::uint32_t lemma, const packed::Entry& entry) {
    result.push_back(impl_->reading(lemma, entry));
    return true;
  });
  memory.keep(form, result);
  return result;
}

Dictionary::Guess Dictionary::guess(std::string_view form) const {
  constexpr std::size_t shortest_rest = 4, most_prefixes = 2;
  Guess result;
  for (std::size_t taken = 0; taken < most_prefixes; ++taken) {
    std::size_t longest = 0;
    const std::string_view rest = form.substr(result.prefix_size);
    for (std::size_t from = 0, to; (to = impl_->prefixes.find('\0', from)) != std::string_view::npos;
         from = to + 1) {
      const std::string_view prefix = impl_->prefixes.substr(from, to - from);
      if (!rest.starts_with(prefix) || rest.size() < prefix.size() + shortest_rest) continue;
      auto readings = this->readings(rest.substr(prefix.size()));
      readings.erase_if([](const Reading& r) {
        return r.part > PartOfSpeech::comparative || r.part == PartOfSpeech::pronoun ||
               r.part == PartOfSpeech::numeral;
      });
      if (!readings.empty()) return {result.prefix_size + prefix.size(), std::move(readings)};
      longest = std::max(longest, prefix.size());
    }
    if (longest == 0) break;
    result.prefix_size += longest;
  }
  return guess_by_end(form);
}

Readings Dictionary::likely_readings(std::string_view form) const {
  Readings known = readings(form);
  return known.empty() ? guess(form).readings : known;
}

/// «Верхнереченскому»: the adjective of a place that no dictionary has; «вентиляционщикам»: people of a
/// trade. Nouns in the plural only: in the singular they end like surnames.
Dictionary::Guess Dictionary::guess_by_end(std::string_view form) const {
  constexpr std::size_t shortest_end = 4, longest_end = 5, shortest_stem = 3;
  for (std::size_t size = longest_end; size >= shortest_end; --size) {
    if (form.size() < size + shortest_stem) continue;
    auto readings = this->readings(form.substr(form.size() - size));
    readings.erase_if([this](const Reading& r) {
      const std::string end = '-' + base_form(r.lemma) + '\0';
      const bool fits =
          r.part == PartOfSpeech::adjective || (r.part == PartOfSpeech::noun && r.number == Number::plural);
      return !fits || impl_->prefixes.find(end) == std::string_view::npos;
    });
    if (!readings.empty()) return {form.size() - size, std::move(readings)};
  }
  return {};
}

std::string Dictionary::base_form(std::uint32_t lemma) const {
  const packed::Entry* best = nullptr;
  int best_rank = 0;
  const auto list = impl_->entries_of(impl_->class_at(lemma));
  for (const packed::Entry& entry : list) {
    const int rank = packed::base_rank(impl_->reading(lemma, entry));
    if (!best || rank < best_rank) best = &entry, best_rank = rank;
  }
  if (!best) return {};
  return std::string(impl_->stem_of(lemma)).append(impl_->suffix(best->suffix));
}

std::vector<Dictionary::Form> Dictionary::forms(std::uint32_t lemma) const {
  std::vector<Form> result;
  const std::string stem(impl_->stem_of(lemma));
  for (const packed::Entry& entry : impl_->entries_of(impl_->class_at(lemma))) {
    result.push_back({stem + std::string(impl_->suffix(entry.suffix)), impl_->reading(lemma, entry)});
  }
  return result;
}

namespace {

/// Whether a form with the categories of `r` is what `Dictionary::form` was asked for.
bool wanted_form(const Reading& r, const Reading& like, Case wanted_case, Number wanted_number,
                 Gender wanted_gender) {
  if (r.part != like.part || r.voice != like.voice) return false;
  if (like.part == PartOfSpeech::participle && r.tense != like.tense) return false;
  // «социал-» of compounds stands among the forms of «социальный», without a case.
  if (like.grammatical_case != Case::none && r.grammatical_case == Case::none) return false;
  const auto fits = [](auto has, auto wanted, auto none) {
    return wanted == none || has == none || has == wanted;
  };
  return fits(r.grammatical_case, wanted_case, Case::none) && fits(r.number, wanted_number, Number::none) &&
         (r.number == Number::plural || fits(r.gender, wanted_gender, Gender::none)) &&
         fits(r.animacy, like.animacy, Animacy::none);
}

/// «договора», «инспектора» beside «договоры», «инспекторы»: a plural in -а or -я where there is another.
bool colloquial(std::string_view suffix, const Reading& r) {
  return r.part == PartOfSpeech::noun && r.number == Number::plural && r.gender == Gender::masculine &&
         r.grammatical_case == Case::nominative && (suffix.ends_with('\xE0') || suffix.ends_with('\xFF'));
}

}  // namespace

std::optional<std::string> Dictionary::form(const Reading& like, Case wanted_case, Number wanted_number,
                                            Gender wanted_gender) const {
  const auto pieces = form_in_pieces(like, wanted_case, wanted_number, wanted_gender);
  if (!pieces) return std::nullopt;
  return std::string(pieces->stem).append(pieces->suffix);
}

std::optional<Dictionary::Pieces> Dictionary::form_in_pieces(const Reading& like, Case wanted_case,
                                                             Number wanted_number,
                                                             Gender wanted_gender) const {
  std::optional<std::string_view> best;
  for (const packed::Entry& entry : impl_->entries_of(impl_->class_at(like.lemma))) {
    const Reading r = impl_->reading(like.lemma, entry);
    if (!wanted_form(r, like, wanted_case, wanted_number, wanted_gender)) continue;
    const std::string_view suffix = impl_->suffix(entry.suffix);
    if (!best) best = suffix;
    if (colloquial(suffix, r)) continue;
    best = suffix;
    break;
  }
  if (!best) return std::nullopt;
  return Pieces{impl_->stem_of(like.lemma), *best};
}

}  // namespace protokol
