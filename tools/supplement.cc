// Reads the supplement: what the source's tags mean, and the words that the source lacks.
#include "supplement.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace protokol::packer {
namespace {

std::vector<std::string> pieces_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

using Setter = void (*)(Reading&);

template <auto Member, auto Value>
void set(Reading& reading) {
  reading.*Member = Value;
}
template <auto Value>
constexpr Setter part = set<&Reading::part, Value>;

const std::map<std::string, Setter>& setters() {
  static const std::map<std::string, Setter> table = {
      {"noun", part<PartOfSpeech::noun>},
      {"adjective", part<PartOfSpeech::adjective>},
      {"short_adjective", part<PartOfSpeech::short_adjective>},
      {"participle", part<PartOfSpeech::participle>},
      {"pronoun", part<PartOfSpeech::pronoun>},
      {"numeral", part<PartOfSpeech::numeral>},
      {"infinitive", part<PartOfSpeech::infinitive>},
      {"verb", part<PartOfSpeech::verb>},
      {"converb", part<PartOfSpeech::converb>},
      {"adverb", part<PartOfSpeech::adverb>},
      {"comparative", part<PartOfSpeech::comparative>},
      {"preposition", part<PartOfSpeech::preposition>},
      {"conjunction", part<PartOfSpeech::conjunction>},
      {"particle", part<PartOfSpeech::particle>},
      {"other", part<PartOfSpeech::other>},
      {"nominative", set<&Reading::grammatical_case, Case::nominative>},
      {"genitive", set<&Reading::grammatical_case, Case::genitive>},
      {"dative", set<&Reading::grammatical_case, Case::dative>},
      {"accusative", set<&Reading::grammatical_case, Case::accusative>},
      {"instrumental", set<&Reading::grammatical_case, Case::instrumental>},
      {"prepositional", set<&Reading::grammatical_case, Case::prepositional>},
      {"masculine", set<&Reading::gender, Gender::masculine>},
      {"feminine", set<&Reading::gender, Gender::feminine>},
      {"neuter", set<&Reading::gender, Gender::neuter>},
      {"singular", set<&Reading::number, Number::singular>},
      {"plural", set<&Reading::number, Number::plural>},
      {"animate", set<&Reading::animacy, Animacy::animate>},
      {"inanimate", set<&Reading::animacy, Animacy::inanimate>},
      {"past", set<&Reading::tense, Tense::past>},
      {"present", set<&Reading::tense, Tense::present>},
      {"future", set<&Reading::tense, Tense::future>},
      {"imperative", set<&Reading::tense, Tense::imperative>},
      {"active", set<&Reading::voice, Voice::active>},
      {"passive", set<&Reading::voice, Voice::passive>},
      {"perfective", nullptr},
      {"lexical", nullptr},
      {"nothing", nullptr},
  };
  return table;
}

std::size_t find_sign(const std::string& line) {
  for (const char* sign : {"=>", " = ", " ~ ", " : "}) {
    if (const auto place = line.find(sign); place != std::string::npos) return place + (sign[0] == ' ');
  }
  return std::string::npos;
}

}  // namespace

ReadSupplement read_supplement(const std::filesystem::path& file) {
  ReadSupplement result;
  result.supplement.file = file;
  const auto fault = [&](std::size_t line, std::string message, std::string hint) {
    result.faults.push_back({file.string(), line, std::move(message), std::move(hint)});
  };
  std::ifstream stream(file);
  if (!stream) fault(0, "the supplement cannot be read", "");
  std::string printed;
  for (std::size_t number = 1; std::getline(stream, printed); ++number) {
    const std::string line = recode(printed.substr(0, printed.find('#')));
    const std::size_t sign = find_sign(line);
    const std::vector<std::string> left = pieces_of(line.substr(0, sign));
    if (left.empty()) continue;
    if (sign == std::string::npos) {
      for (const std::string& prefix : left) {
        if (prefix.size() > 1 && prefix.back() == '-') {
          result.supplement.prefixes.push_back(prefix.substr(0, prefix.size() - 1));
        } else if (prefix.size() > 1 && prefix.front() == '-') {
          result.supplement.prefixes.push_back(prefix);
        } else {
          fault(number, "a line without =>, =, ~ or : lists prefixes that end with a hyphen, or ends that begin with one", "");
        }
      }
    } else if (line[sign + 1] == '>') {
      const auto right = pieces_of(line.substr(sign + 2));
      for (const std::string& category : right) {
        if (!setters().contains(category)) fault(number, "unknown category " + category, "");
      }
      result.supplement.meanings[left.front()] = right;
    } else {
      result.supplement.words.push_back({number, line[sign], left, pieces_of(line.substr(sign + 1))});
    }
  }
  return result;
}

std::uint16_t tag_number(Lexicon& lexicon, const Supplement& supplement, const std::string& text) {
  if (const auto known = lexicon.tag_numbers.find(text); known != lexicon.tag_numbers.end()) {
    return known->second;
  }
  Tag tag;
  bool perfective = false;
  std::istringstream stream(text);
  for (std::string piece; std::getline(stream, piece, ',');) {
    const auto meaning = supplement.meanings.find(piece);
    if (meaning == supplement.meanings.end()) throw std::invalid_argument(to_utf8(piece));
    for (const std::string& category : meaning->second) {
      if (const auto setter = setters().find(category); setter->second) setter->second(tag.reading);
      perfective = perfective || category == "perfective";
      if (tag.word_key.empty() || category == "lexical") tag.word_key += piece + ',';
    }
  }
  if (perfective && tag.reading.tense == Tense::present)
    tag.reading.tense = Tense::past;  // a slip of the source
  if (tag.reading.part == PartOfSpeech::other) tag.reading.tense = Tense::none;
  const bool participle =
      tag.reading.part == PartOfSpeech::participle ||
      (tag.reading.part == PartOfSpeech::short_adjective && tag.reading.tense != Tense::none);
  if (!participle) tag.reading.voice = Voice::none;
  if (tag.reading.part == PartOfSpeech::noun) {
    tag.word_key += static_cast<char>('0' + static_cast<int>(tag.reading.gender));
    tag.word_key += static_cast<char>('0' + static_cast<int>(tag.reading.animacy));
  }
  const auto number = static_cast<std::uint16_t>(lexicon.tags.size());
  lexicon.tags.push_back(std::move(tag));
  lexicon.tag_numbers.emplace(text, number);
  return number;
}

namespace {

/// «слово ~ образец»: the word takes the paradigms of its pattern. Tells what is wrong, if anything.
std::string add_like(Lexicon& lexicon, const std::string& word, const std::string& pattern) {
  const std::vector<Found> found = lemmas_of(lexicon, pattern);
  if (found.empty()) return "the dictionary has no word " + to_utf8(pattern);
  if (!lemmas_of(lexicon, word).empty()) return "the dictionary has " + to_utf8(word) + " already";
  for (const Found& lemma : found) {
    const std::string ending = pattern.substr(lemma.stem.size());
    if (!word.ends_with(ending)) {
      return to_utf8(word) + " does not end like " + to_utf8(pattern) + ", with -" + to_utf8(ending);
    }
    add_lemma(lexicon, word.substr(0, word.size() - ending.size()), lexicon.paradigms[lemma.paradigm]);
  }
  return {};
}

/// Takes out the lemmas whose dictionary form is among `forms` and which are the same kind of word.
void replace(Lexicon& lexicon, const std::vector<TaggedForm>& forms) {
  for (const TaggedForm& form : forms) {
    for (const Found& lemma : lemmas_of(lexicon, form.text)) {
      const Paradigm& paradigm = lexicon.paradigms[lemma.paradigm];
      if (lexicon.tags[paradigm.front().tag].word_key != lexicon.tags[form.tag].word_key) continue;
      std::erase(lexicon.stems[lemma.stem], lemma.paradigm);
      if (lexicon.stems[lemma.stem].empty()) lexicon.stems.erase(lemma.stem);
    }
  }
}

/// «форма помета | форма помета»
std::vector<TaggedForm> spelt_out(Lexicon& lexicon, const Supplement& supplement,
                                  const std::vector<std::string>& pieces) {
  std::vector<TaggedForm> forms;
  for (std::size_t i = 0; i + 1 < pieces.size(); i += 2) {
    if (pieces[i] == "|") ++i;
    if (i + 1 >= pieces.size()) throw std::invalid_argument("|");
    forms.push_back({pieces[i], tag_number(lexicon, supplement, pieces[i + 1])});
  }
  return forms;
}

}  // namespace

std::vector<Diagnostic> add_supplement(Lexicon& lexicon, const Supplement& supplement) {
  std::vector<Diagnostic> faults;
  const auto fault = [&](const WordLine& line, std::string message) {
    faults.push_back({supplement.file.string(), line.line, std::move(message), ""});
  };
  for (const WordLine& line : supplement.words) {
    if (line.sign == '~') {
      for (const std::string& word : line.left) {
        const std::string wrong = add_like(lexicon, word, line.right.empty() ? "" : line.right.front());
        if (!wrong.empty()) fault(line, wrong);
      }
    } else if (line.sign == ':') {
      try {
        const std::vector<TaggedForm> forms = spelt_out(lexicon, supplement, line.right);
        replace(lexicon, forms);
        add_word(lexicon, forms);
      } catch (const std::invalid_argument& piece) {
        fault(line, std::string("no meaning is given for ") + piece.what());
      }
    }
  }
  lexicon.prefixes = supplement.prefixes;  // the shortest first: the rest of a word is then the longest
  std::stable_sort(lexicon.prefixes.begin(), lexicon.prefixes.end(),
                   [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  return faults;
}

}  // namespace protokol::packer
