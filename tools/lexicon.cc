// The dictionary while it is being packed: lemmas as stems with paradigms.
#include "lexicon.h"

#include <algorithm>

#include "morphology/packed.h"

namespace protokol::packer {

std::string recode(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      result += utf8[i];
      continue;
    }
    if ((byte & 0xC0) == 0x80) continue;
    const unsigned next = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) & 0x3Fu : 0;
    const unsigned letter = (byte & 0xE0) == 0xC0 ? (byte & 0x1Fu) << 6 | next : 0;
    if (letter >= 0x410 && letter <= 0x42F) {
      result += static_cast<char>(letter - 0x410 + 0xE0);
    } else if (letter >= 0x430 && letter <= 0x44F) {
      result += static_cast<char>(letter - 0x430 + 0xE0);
    } else if (letter == 0x401 || letter == 0x451) {
      result += '\xE5';
    } else {
      result += '\x7F';
    }
  }
  return result;
}

std::string to_utf8(std::string_view recoded) {
  std::string result;
  for (const char c : recoded) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0xE0) {
      result += c;
    } else {
      const unsigned letter = byte - 0xE0u + 0x430u;
      result += static_cast<char>(0xC0 | letter >> 6);
      result += static_cast<char>(0x80 | (letter & 0x3F));
    }
  }
  return result;
}

std::uint32_t number_of(Lexicon& lexicon, Paradigm paradigm) {
  std::sort(paradigm.begin(), paradigm.end());
  paradigm.erase(std::unique(paradigm.begin(), paradigm.end()), paradigm.end());
  const auto next = static_cast<std::uint32_t>(lexicon.paradigms.size());
  const auto [place, fresh] = lexicon.paradigm_numbers.emplace(std::move(paradigm), next);
  if (fresh) lexicon.paradigms.push_back(place->first);
  return place->second;
}

void add_lemma(Lexicon& lexicon, const std::string& stem, Paradigm paradigm) {
  const std::uint32_t number = number_of(lexicon, std::move(paradigm));
  auto& numbers = lexicon.stems[stem];
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
}

void add_word(Lexicon& lexicon, const std::vector<TaggedForm>& forms) {
  if (forms.empty()) return;
  std::string stem = forms.front().text;
  for (const TaggedForm& form : forms) {
    const auto differ = std::mismatch(stem.begin(), stem.end(), form.text.begin(), form.text.end());
    stem.erase(differ.first, stem.end());
  }
  Paradigm paradigm = forms;
  for (TaggedForm& form : paradigm) form.text.erase(0, stem.size());
  add_lemma(lexicon, stem, std::move(paradigm));
}

std::vector<Found> lemmas_of(const Lexicon& lexicon, std::string_view base) {
  std::vector<Found> result;
  for (std::size_t cut = 0; cut <= base.size(); ++cut) {
    const auto stem = lexicon.stems.find(std::string(base.substr(0, cut)));
    if (stem == lexicon.stems.end()) continue;
    for (const std::uint32_t number : stem->second) {
      const Paradigm& paradigm = lexicon.paradigms[number];
      const auto best = std::min_element(paradigm.begin(), paradigm.end(), [&](const auto& a, const auto& b) {
        return packed::base_rank(lexicon.tags[a.tag].reading) <
               packed::base_rank(lexicon.tags[b.tag].reading);
      });
      if (best != paradigm.end() && best->text == base.substr(cut)) result.push_back({stem->first, number});
    }
  }
  return result;
}

}  // namespace protokol::packer
