// Packs the Russian dictionary at build time: link-grammar's files and the supplement into one file
// that the library maps. The layout is lib/morphology/packed.h.
//
//   pack_dictionary LINK_GRAMMAR_RU_FOLDER SUPPLEMENT OUTPUT
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "lexicon.h"
#include "link_grammar.h"
#include "morphology/packed.h"
#include "supplement.h"

namespace protokol::packer {
namespace {

template <class T>
void append(std::string& bytes, const T& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T>
std::string bytes_of(const std::vector<T>& values) {
  std::string bytes;
  for (const T& value : values) append(bytes, value);
  return bytes;
}

std::uint32_t slots_for(std::size_t count) {
  std::uint32_t slots = 16;
  while (slots < count * 3 / 2) slots *= 2;
  return slots;
}

std::string packed_readings(const Lexicon& lexicon) {
  std::string bytes;
  for (const Tag& tag : lexicon.tags) {
    const Reading& r = tag.reading;
    append(bytes, packed::PackedReading{
                      static_cast<std::uint8_t>(r.part), static_cast<std::uint8_t>(r.grammatical_case),
                      static_cast<std::uint8_t>(r.gender), static_cast<std::uint8_t>(r.number),
                      static_cast<std::uint8_t>(r.animacy), static_cast<std::uint8_t>(r.tense),
                      static_cast<std::uint8_t>(r.voice), 0});
  }
  return bytes;
}

struct Suffixes {
  std::map<std::string, std::uint16_t> numbers;
  std::string starts, letters, slots;
};

Suffixes pack_suffixes(const Lexicon& lexicon) {
  Suffixes result;
  for (const Paradigm& paradigm : lexicon.paradigms) {
    for (const TaggedForm& form : paradigm) result.numbers[form.text] = 0;
  }
  if (result.numbers.size() > 0xFFF0) throw std::length_error("too many suffixes");
  std::vector<std::uint16_t> slots(slots_for(result.numbers.size()));
  std::uint16_t next = 0;
  for (auto& [text, number] : result.numbers) {
    number = next++;
    append(result.starts, static_cast<std::uint32_t>(result.letters.size()));
    result.letters += text;
    std::uint32_t hash = packed::hash_start;
    for (auto c = text.rbegin(); c != text.rend(); ++c) hash = packed::hash_step(hash, *c);
    std::size_t slot = packed::hash_end(hash) & (slots.size() - 1);
    while (slots[slot]) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = next;
  }
  append(result.starts, static_cast<std::uint32_t>(result.letters.size()));
  result.slots = bytes_of(slots);
  return result;
}

struct Classes {
  std::string starts, entries;
};

Classes pack_classes(const Lexicon& lexicon, const Suffixes& suffixes) {
  if (lexicon.paradigms.size() >= packed::last_class) throw std::length_error("too many classes");
  Classes result;
  for (const Paradigm& paradigm : lexicon.paradigms) {
    append(result.starts, static_cast<std::uint32_t>(result.entries.size() / sizeof(packed::Entry)));
    for (const TaggedForm& form : paradigm) {
      append(result.entries, packed::Entry{suffixes.numbers.at(form.text), form.tag});
    }
  }
  append(result.starts, static_cast<std::uint32_t>(result.entries.size() / sizeof(packed::Entry)));
  return result;
}

struct Stems {
  std::string records, slots;
};

Stems pack_stems(const Lexicon& lexicon) {
  Stems result;
  std::vector<std::uint32_t> slots(slots_for(lexicon.stems.size()));
  for (const auto& [stem, numbers] : lexicon.stems) {
    std::uint32_t hash = packed::hash_start;
    for (const char c : stem) hash = packed::hash_step(hash, c);
    hash = packed::hash_end(hash);
    std::size_t slot = hash & (slots.size() - 1);
    while (slots[slot]) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = static_cast<std::uint32_t>(result.records.size() + 1) | (hash & 0xFF000000u);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const bool last = i + 1 == numbers.size();
      append(result.records, static_cast<std::uint16_t>(numbers[i] | (last ? packed::last_class : 0)));
    }
    result.records += static_cast<char>(stem.size());
    result.records += stem;
  }
  if (result.records.size() >= 0xFFFFFF) throw std::length_error("too many stems");
  result.slots = bytes_of(slots);
  return result;
}

std::string pack(const Lexicon& lexicon) {
  const Suffixes suffixes = pack_suffixes(lexicon);
  const Classes classes = pack_classes(lexicon, suffixes);
  const Stems stems = pack_stems(lexicon);
  std::string prefixes;
  for (const std::string& prefix : lexicon.prefixes) prefixes.append(prefix).push_back('\0');

  packed::Header header{packed::magic, {}};
  std::string body;
  const std::array<std::string, packed::section_count> parts = {packed_readings(lexicon),
                                                                classes.starts,
                                                                classes.entries,
                                                                suffixes.starts,
                                                                suffixes.slots,
                                                                stems.slots,
                                                                prefixes,
                                                                suffixes.letters,
                                                                stems.records};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    body.resize((body.size() + 3) / 4 * 4);
    header.starts[i] = static_cast<std::uint32_t>(sizeof header + body.size());
    body += parts[i];
  }
  header.starts.back() = static_cast<std::uint32_t>(sizeof header + body.size());
  std::string file;
  append(file, header);
  return file + body;
}

int run(const char* folder, const char* supplement_file, const char* output) {
  ReadSupplement read = read_supplement(supplement_file);
  if (!read.faults.empty()) throw LoadError(std::move(read.faults));
  Lexicon lexicon = read_link_grammar(folder, read.supplement);
  if (auto faults = add_supplement(lexicon, read.supplement); !faults.empty())
    throw LoadError(std::move(faults));
  const std::string bytes = pack(lexicon);
  std::ofstream stream(output, std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!stream.flush()) throw LoadError({{output, 0, "the dictionary cannot be written", ""}});
  return 0;
}

}  // namespace
}  // namespace protokol::packer

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: pack_dictionary LINK_GRAMMAR_RU_FOLDER SUPPLEMENT OUTPUT\n", stderr);
    return 2;
  }
  try {
    return protokol::packer::run(arguments[1], arguments[2], arguments[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "pack_dictionary: %s\n", error.what());
    return 1;
  }
}
