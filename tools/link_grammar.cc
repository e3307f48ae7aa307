// Reads the Russian dictionary of link-grammar: stems with classes, classes with tagged suffixes.
//
// A dictionary entry is `words : expression ;`. Of an expression only the connectors LLxxx (a class
// of stems) and the <morph-…> tags matter here; of 4.0.dict only the prepositions, told by their
// subscripts. Forms that equal their stem («директор») stand in stem.dict as words of their own and
// go back to their lemmas here; forms of words without a common stem («год», «лет») stand in
// suffix.dict with an empty list of connectors, and the supplement tells which belong together.
#include "link_grammar.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace protokol::packer {
namespace {

struct Source {
  std::unordered_map<std::string, Paradigm> classes;  ///< by name, LLxxx
  std::map<std::string, std::set<std::string>> stem_classes;
  std::map<std::string, std::set<std::uint16_t>> whole;      ///< forms without a suffix
  std::map<std::string, std::set<std::uint16_t>> irregular;  ///< forms of words without a common stem
};

std::string read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw LoadError({{file.string(), 0, "the file cannot be read",
                      "install link-grammar-dictionaries-all or give -DPROTOKOL_LINK_GRAMMAR_DIR"}});
  }
  return recode(std::string(std::istreambuf_iterator<char>(stream), {}));
}

struct DictEntry {
  std::vector<std::string> words;
  std::vector<std::string> classes;
  std::vector<std::string> tags;
};

std::string without_comments(const std::string& text) {
  std::string result;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    std::size_t cut = line.find('%');
    while (cut != std::string::npos && cut > 0 && !std::isspace(static_cast<unsigned char>(line[cut - 1]))) {
      cut = line.find('%', cut + 1);
    }
    result.append(line, 0, cut).append("\n");
  }
  return result;
}

DictEntry parse_entry(const std::string& text, std::size_t colon) {
  DictEntry entry;
  std::istringstream words(text.substr(0, colon));
  entry.words.assign(std::istream_iterator<std::string>(words), {});
  for (std::size_t i = colon; i + 2 < text.size(); ++i) {
    if (text[i] == 'L' && text[i + 1] == 'L') {
      const std::size_t to = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", i);
      entry.classes.push_back(text.substr(i, to - i));
      i = to - 1;
    } else if (text.compare(i, 7, "<morph-") == 0) {
      const std::size_t to = text.find('>', i);
      entry.tags.push_back(text.substr(i + 7, to - i - 7));
      i = to;
    }
  }
  return entry;
}

void for_each_entry(const std::filesystem::path& file, const std::function<void(const DictEntry&)>& take) {
  const std::string text = without_comments(read_file(file));
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(';', from), text.size());
    const std::string entry = text.substr(from, to - from);
    if (const auto colon = entry.find(':'); colon != std::string::npos) take(parse_entry(entry, colon));
    from = to + 1;
  }
}

/// A word made of letters only, without its subscript; empty where it is none.
std::string letters_of(const std::string& word) {
  const std::string letters = word.substr(0, word.find('.'));
  const bool good = std::all_of(letters.begin(), letters.end(),
                                [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
  return good ? letters : std::string();
}

class Reader {
 public:
  Reader(const std::filesystem::path& folder, const Supplement& supplement)
      : folder_(folder), supplement_(supplement) {}

  Lexicon read() {
    for_each_entry(folder_ / "suffix.dict", [&](const DictEntry& e) { take_suffixes(e); });
    for_each_entry(folder_ / "stem.dict", [&](const DictEntry& e) { take_stems(e); });
    add_stems();
    add_irregular();
    for_each_entry(folder_ / "4.0.dict", [&](const DictEntry& e) { take_prepositions(e); });
    for (const auto& [form, tags] : prepositions_) {
      Paradigm paradigm;
      for (const std::uint16_t tag : tags) paradigm.push_back({"", tag});
      add_lemma(lexicon_, form, std::move(paradigm));
    }
    return std::move(lexicon_);
  }

 private:
  std::uint16_t number(const std::string& tag) { return tag_number(lexicon_, supplement_, tag); }

  void take_suffixes(const DictEntry& entry) {
    for (const std::string& word : entry.words) {
      for (const std::string& tag : entry.tags) {
        if (entry.classes.empty()) {
          if (const auto form = letters_of(word); !form.empty()) source_.irregular[form].insert(number(tag));
          continue;
        }
        const std::string suffix = letters_of(word.substr(1));
        if (word.front() != '=' || suffix.empty()) continue;
        for (const std::string& name : entry.classes) source_.classes[name].push_back({suffix, number(tag)});
      }
    }
  }

  void take_stems(const DictEntry& entry) {
    for (const std::string& word : entry.words) {
      if (word.starts_with("/ru/")) {
        std::istringstream list(read_file(folder_ / word.substr(4)));
        const DictEntry listed{{std::istream_iterator<std::string>(list), {}}, entry.classes, entry.tags};
        take_stems(listed);
      } else if (const std::string letters = letters_of(word); !letters.empty()) {
        if (word.compare(letters.size(), 2, ".=") == 0) {
          source_.stem_classes[letters].insert(entry.classes.begin(), entry.classes.end());
        } else {
          for (const std::string& tag : entry.tags) source_.whole[letters].insert(number(tag));
        }
      }
    }
  }

  void take_prepositions(const DictEntry& entry) {
    for (const std::string& word : entry.words) {
      const std::string form = letters_of(word);
      if (form.empty() || form.size() == word.size()) continue;
      const std::string subscript = word.substr(form.size());
      if (supplement_.meanings.contains(subscript)) prepositions_[form].insert(number(subscript));
    }
  }

  /// Stems with their classes, each completed by the forms that equal the stem.
  void add_stems() {
    for (const auto& [stem, names] : source_.stem_classes) {
      std::set<std::uint16_t> left = source_.whole[stem];
      std::set<std::uint16_t> taken;
      for (const std::string& name : names) {
        const auto found = source_.classes.find(name);
        if (found == source_.classes.end()) continue;
        Paradigm paradigm = found->second;
        for (const std::uint16_t tag : left) {
          if (belongs(found->second, tag)) paradigm.push_back({"", tag}), taken.insert(tag);
        }
        add_lemma(lexicon_, stem, std::move(paradigm));
      }
      for (const std::uint16_t tag : taken) source_.whole[stem].erase(tag);
    }
    for (const auto& [form, tags] : source_.whole) add_alone(form, tags);
  }

  /// Whether a paradigm lacks the tag and has others of the same word.
  bool belongs(const Paradigm& paradigm, std::uint16_t tag) const {
    const std::string& key = lexicon_.tags[tag].word_key;
    bool same_word = false;
    for (const TaggedForm& form : paradigm) {
      if (form.tag == tag) return false;
      same_word = same_word || lexicon_.tags[form.tag].word_key == key;
    }
    return same_word;
  }

  /// A form without a paradigm: one lemma for each word that its tags tell apart.
  void add_alone(const std::string& form, const std::set<std::uint16_t>& tags) {
    std::map<std::string, Paradigm> words;
    for (const std::uint16_t tag : tags) words[lexicon_.tags[tag].word_key].push_back({"", tag});
    for (auto& [key, paradigm] : words) add_lemma(lexicon_, form, std::move(paradigm));
  }

  void add_irregular() {
    std::map<std::string, std::set<std::uint16_t>> left = source_.irregular;
    for (const WordLine& line : supplement_.words) {
      if (line.sign == '=') add_group(line, left);
    }
    for (const auto& [form, tags] : left) add_alone(form, tags);
  }

  void add_group(const WordLine& line, std::map<std::string, std::set<std::uint16_t>>& left) {
    const auto base = source_.irregular.find(line.left.front());
    if (base == source_.irregular.end()) {
      throw LoadError({{supplement_.file.string(), line.line,
                        "no irregular word " + to_utf8(line.left.front()) + " in suffix.dict", ""}});
    }
    std::set<std::string> keys;
    for (const std::uint16_t tag : base->second) keys.insert(group_key(tag));
    std::vector<TaggedForm> forms;
    for (const auto& [form, tags] : source_.irregular) {
      const auto names = [&form = form](const std::string& name) {  // Clang 14 captures no bindings otherwise
        return name.back() == '*' ? form.starts_with(name.substr(0, name.size() - 1)) : form == name;
      };
      if (std::none_of(line.right.begin(), line.right.end(), names)) continue;
      for (const std::uint16_t tag : tags) {
        if (keys.contains(group_key(tag))) forms.push_back({form, tag}), left[form].erase(tag);
      }
    }
    add_word(lexicon_, forms);
  }

  /// As word_key; pronouns, which do not change their gender and number here, are told apart by them.
  std::string group_key(std::uint16_t tag) const {
    const Tag& t = lexicon_.tags[tag];
    if (t.reading.part != PartOfSpeech::pronoun) return t.word_key;
    return t.word_key + static_cast<char>('0' + static_cast<int>(t.reading.gender)) +
           static_cast<char>('0' + static_cast<int>(t.reading.number));
  }

  std::filesystem::path folder_;
  const Supplement& supplement_;
  Source source_;
  std::map<std::string, std::set<std::uint16_t>> prepositions_;
  Lexicon lexicon_;
};

}  // namespace

Lexicon read_link_grammar(const std::filesystem::path& folder, const Supplement& supplement) {
  try {
    return Reader(folder, supplement).read();
  } catch (const std::invalid_argument& piece) {
    throw LoadError({{supplement.file.string(), 0,
                      std::string("no meaning is given for the tag ") + piece.what(), "add a line with =>"}});
  }
}

}  // namespace protokol::packer
