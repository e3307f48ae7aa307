#include "grammar/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "grammar/limits.h"
#include "grammar/structure.h"
#include "text/prepared.h"

namespace protokol::grammar {

namespace {

/// The forms of a word: of the lemmas whose dictionary form it is, else of every lemma that has it.
std::vector<std::string> forms_of(const Dictionary& dictionary, std::string_view word, FormFilter filter) {
  std::set<std::uint32_t> lemmas, namesakes;
  for (const Reading& reading : dictionary.readings(word)) lemmas.insert(reading.lemma);
  for (const std::uint32_t lemma : lemmas) {
    if (dictionary.base_form(lemma) == word) namesakes.insert(lemma);
  }
  std::vector<std::string> found;
  for (const std::uint32_t lemma : namesakes.empty() ? lemmas : namesakes) {
    for (Dictionary::Form& form : dictionary.forms(lemma)) {
      const bool case_fits =
          filter.grammatical_case == Case::none || form.reading.grammatical_case == filter.grammatical_case;
      const bool number_fits = filter.number == Number::none || form.reading.number == filter.number;
      if (case_fits && number_fits) found.push_back(std::move(form.text));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

class Compiler {
 public:
  Compiler(const std::vector<RuleEntry>& entries, const Dictionary& dictionary)
      : source_(entries), dictionary_(dictionary) {}

  std::variant<Program, std::vector<Diagnostic>> compile() {
    for (const RuleEntry& entry : source_) declare(entry);
    for (const RuleEntry& entry : source_) {
      for (const RuleLine& line : entry.patterns) {
        if (faults_.size() <= most_faults) add_line(entry, line);
      }
    }
    if (faults_.empty()) faults_ = structure_faults(program_);
    if (faults_.empty()) complete_lexicon();
    if (!faults_.empty()) return std::move(faults_);
    sort_kinds();
    program_.gates = make_gates(program_);
    return std::move(program_);
  }

 private:
  void fault(std::string message, std::string hint) {
    // The same may be wrong many times in a line.
    const bool known = !faults_.empty() && faults_.back().line == line_ &&
                       faults_.back().message == message && faults_.back().file == file_;
    if (!known) faults_.push_back({file_, line_, std::move(message), std::move(hint)});
  }
  void take(const std::vector<Fault>& faults) {
    for (const Fault& found : faults) fault(found.message, found.hint);
  }

  void declare(const RuleEntry& source) {
    if (source.patterns.empty()) {
      if (!source.rows.empty()) tables_.insert(source.name);
      return;
    }
    ProgramEntry entry{source.name, source.file, source.line, none, none, {}};
    const auto number = static_cast<std::uint32_t>(program_.entries.size());
    if (token_class(source.name)) {
      faults_.push_back({source.file, source.line, fmt::format("«{}» is a built-in part", source.name),
                         "choose another name"});
    }
    if (!source.is_part) {
      entry.rule = static_cast<std::uint32_t>(program_.rules.size());
      entry.group = group(source.name.substr(0, source.name.find('.')));
      program_.rules.push_back(number);
    }
    names_.emplace(source.name, number);
    program_.entries.push_back(std::move(entry));
  }

  std::uint32_t group(std::string name) {
    const auto [known, fresh] = groups_.emplace(name, static_cast<std::uint32_t>(program_.groups.size()));
    if (fresh) program_.groups.push_back(std::move(name));
    return known->second;
  }

  void add_line(const RuleEntry& entry, const RuleLine& source) {
    file_ = entry.file;
    line_ = source.line;
    const Pattern pattern = parse_pattern(source.text);
    take(pattern.faults);
    if (!pattern.faults.empty()) return;
    used_.clear();
    ProgramLine line;
    line.entry = names_.at(entry.name);
    line.source_line = source.line;
    line.root = step(pattern.root);
    if (pattern.value) {
      Value value = parse_value(*pattern.value);
      take(value.faults);
      line.has_value = true;
      line.value = pieces(value.pieces);
      if (const auto kind = literal_kind(value.pieces); !kind.empty()) program_.kinds.emplace_back(kind);
    }
    const bool literal = std::all_of(line.value.begin(), line.value.end(), [](const ProgramPiece& piece) {
      return piece.kind == ValuePiece::Kind::text;
    });
    line.told_by_parts = !used_.empty() && !(line.has_value && literal);
    program_.entries[line.entry].lines.push_back(static_cast<std::uint32_t>(program_.lines.size()));
    program_.lines.push_back(std::move(line));
  }

  /// Adds the node and all beneath it; gives its number.
  std::uint32_t step(const Node& node) {
    Step made;
    switch (node.kind) {
      case NodeKind::sequence:
        made.kind = StepKind::sequence;
        break;
      case NodeKind::choice:
        made.kind = StepKind::choice;
        break;
      case NodeKind::repeat:
        made.kind = StepKind::repeat;
        break;
      case NodeKind::line_start:
        made.kind = StepKind::line_start;
        break;
      case NodeKind::line_end:
        made.kind = StepKind::line_end;
        break;
      case NodeKind::literal:
        made = token(program_.lexicon.of_word(node.text));
        break;
      case NodeKind::lemma:
        made = token(lemma(node));
        break;
      case NodeKind::shape:
        made = token(shape(node));
        break;
      case NodeKind::part:
        made = part(node);
        break;
      case NodeKind::stretch:
        made = stretch(node);
        break;
    }
    made.least = node.least;
    made.most = node.most;
    std::vector<std::uint32_t> children;
    for (const Node& child : node.children) children.push_back(step(child));
    made.first_child = static_cast<std::uint32_t>(program_.children.size());
    made.child_count = static_cast<std::uint32_t>(children.size());
    program_.children.insert(program_.children.end(), children.begin(), children.end());
    program_.steps.push_back(made);
    return static_cast<std::uint32_t>(program_.steps.size() - 1);
  }

  static Step token(Atom atom) {
    Step made;
    made.kind = StepKind::token;
    made.index = atom;
    return made;
  }

  Atom lemma(const Node& node) {
    const std::string key = fmt::format("{}:{}:{}", node.text, static_cast<int>(node.filter.grammatical_case),
                                        static_cast<int>(node.filter.number));
    std::vector<std::string> forms;
    if (!program_.lexicon.knows_forms(key)) {
      forms = forms_of(dictionary_, node.text, node.filter);
      if (forms.empty()) lemma_fault(node.text);
    }
    return program_.lexicon.of_forms(key, forms);
  }

  void lemma_fault(const std::string& word) {
    if (dictionary_.knows(word)) {
      fault(fmt::format("«~{}» has no form of that case and number", to_utf8(word)), "widen the tags");
    } else {
      fault(fmt::format("the dictionary has no word «{}»", to_utf8(word)),
            "write its forms out: (form | form), or a regular expression for its endings");
    }
  }

  Atom shape(const Node& node) {
    auto made = program_.lexicon.of_shape(node.text, room());
    if (const auto* found = std::get_if<Fault>(&made)) {
      fault(found->message, found->hint);
      return 0;
    }
    return std::get<Atom>(made);
  }

  Room& room() { return rooms_[std::string(folder_of(file_))]; }

  Step stretch(const Node& node) {
    Step made;
    made.kind = StepKind::stretch;
    made.index = static_cast<std::uint32_t>(program_.stretches.size());
    auto compiled = Stretch::compile(node.text, room());
    if (const auto* found = std::get_if<Fault>(&compiled)) {
      fault(found->message, found->hint);
    } else {
      program_.stretches.push_back(std::move(std::get<Stretch>(compiled)));
    }
    return made;
  }

  Step part(const Node& node) {
    Step made;
    if (const auto built_in = token_class(node.text)) {
      made = token(program_.lexicon.of_class(*built_in));
    } else if (const auto known = names_.find(node.text); known != names_.end()) {
      made.kind = StepKind::entry;
      made.index = known->second;
    } else {
      unknown(node.text);
    }
    made.label = label(node.text, node.use);
    used_.insert(made.label);
    return made;
  }

  void unknown(const std::string& name) {
    const auto near = names_.lower_bound(name.substr(0, 6));
    const bool is_near = near != names_.end() && near->first.substr(0, 6) == name.substr(0, 6);
    fault(fmt::format("the name «{}» does not exist", name),
          tables_.contains(name) ? "it is a table; tables are no parts of patterns"
          : !is_near             ? "write its lines beneath a header {name}, in any rule file of the folder"
                                 : fmt::format("is «{}» meant?", near->first));
  }

  std::uint32_t label(std::string_view name, unsigned use) {
    std::string text(name);
    if (use > 1) text += fmt::format("'{}", use);
    const auto [known, fresh] = labels_.emplace(text, static_cast<std::uint32_t>(program_.labels.size()));
    if (fresh) program_.labels.push_back(std::move(text));
    return known->second;
  }

  std::vector<ProgramPiece> pieces(const std::vector<ValuePiece>& source) {
    std::vector<ProgramPiece> made;
    for (const ValuePiece& piece : source) {
      ProgramPiece copy{piece.kind, piece.text, none, piece.digits, pieces(piece.pieces)};
      if (piece.kind == ValuePiece::Kind::part) {
        copy.label = label(piece.text, piece.use);
        if (!used_.contains(copy.label)) {
          fault(fmt::format("the value names «{}», which the pattern has not", program_.labels[copy.label]),
                "a value may use the parts of its own line only");
        }
      }
      made.push_back(std::move(copy));
    }
    return made;
  }

  void complete_lexicon() {
    // No line alone is at fault: the first is told.
    if (const auto found = program_.lexicon.complete()) {
      file_ = program_.entries[program_.lines.front().entry].file;
      line_ = program_.lines.front().source_line;
      fault(found->message, found->hint);
    }
  }

  void sort_kinds() {
    auto& kinds = program_.kinds;
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  }

  const std::vector<RuleEntry>& source_;
  const Dictionary& dictionary_;
  Program program_;
  std::vector<Diagnostic> faults_;
  std::map<std::string, std::uint32_t, std::less<>> names_;
  std::map<std::string, std::uint32_t, std::less<>> labels_;
  std::map<std::string, std::uint32_t> groups_;
  std::set<std::string> tables_;
  std::map<std::string, Room, std::less<>> rooms_;  ///< for the regular expressions of each folder
  std::set<std::uint32_t> used_;                    ///< labels of the line's pattern
  std::string file_;
  std::size_t line_ = 0;
};

}  // namespace

std::variant<Program, std::vector<Diagnostic>> compile(const std::vector<RuleEntry>& entries,
                                                       const Dictionary& dictionary) {
  return Compiler(entries, dictionary).compile();
}

}  // namespace protokol::grammar
