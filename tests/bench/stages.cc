#include "bench/stages.h"

#include <fstream>
#include <memory>
#include <stdexcept>
#include <utility>
#include <variant>

#include <re2/re2.h>
#include <re2/set.h>

#include "emit/emit.h"
#include "grammar/compiler.h"
#include "grammar/matcher.h"
#include "grammar/rule_folder.h"
#include "input/plain_text.h"
#include "input/read.h"
#include "parser.h"
#include "text/encoding.h"
#include "text/prepared.h"
#include "text/tokens.h"

namespace protokol::bench {

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<TokenText>;

// What stages read -------------------------------------------------------------------------------------------------

Documents decoded(const Documents& slice) {
  Documents texts;
  for (const std::string& bytes : slice) texts.push_back(std::get<DecodedText>(decode_text(bytes, {})).text);
  return texts;
}

Document document_of(const std::string& bytes) {
  return std::get<Document>(read_document(bytes, "document.txt", {}));
}

std::vector<Document> documents_of(const Documents& slice) {
  std::vector<Document> documents;
  for (const std::string& bytes : slice) documents.push_back(document_of(bytes));
  return documents;
}

Texts texts_of(const std::vector<Document>& documents) {
  Texts texts;
  for (const Document& document : documents) {
    for (const Block& block : document.blocks) {
      texts.push_back(tokenize(prepare(document.text, block.pieces), document.text));
    }
  }
  return texts;
}

/// A document with its records, as an emitter sees them.
struct Read {
  Document document;
  Result result;

  Read(Document read, const Language& language)
      : document(std::move(read)),
        result{document.source, document.encoding, document.text, parse(document, language), document.format} {}
};

std::vector<std::unique_ptr<Read>> read_all(const Documents& slice, const Language& language) {
  std::vector<std::unique_ptr<Read>> all;
  for (const std::string& bytes : slice) all.push_back(std::make_unique<Read>(document_of(bytes), language));
  return all;
}

std::shared_ptr<const Language> language_of(const fs::path& data) {
  const fs::path grammars = data / "grammars";
  return std::make_shared<const Language>(load_language(data / "dictionary.bin", std::span(&grammars, 1)));
}

// Stages -----------------------------------------------------------------------------------------------------------

Work decode(const Documents& slice) {
  return [&slice] {
    std::size_t sum = 0;
    for (const std::string& bytes : slice) sum += std::get<DecodedText>(decode_text(bytes, {})).text.size();
    return sum;
  };
}

Work blocks(const Documents& slice) {
  return [texts = decoded(slice)] {
    std::size_t sum = 0;
    for (const std::string& text : texts) sum += split_blocks(text).size();
    return sum;
  };
}

Work prepare_all(const Documents& slice) {
  return [documents = documents_of(slice)] {
    std::size_t sum = 0;
    for (const Document& document : documents) {
      for (const Block& block : document.blocks) {
        sum += tokenize(prepare(document.text, block.pieces), document.text).size();
      }
    }
    return sum;
  };
}

/// Looks every word up once: which rules can it begin, which borders stand around it.
struct Sieve {
  Dictionary dictionary;
  grammar::Program program;
  grammar::Matcher matcher;

  explicit Sieve(const fs::path& data)
      : dictionary(Dictionary::open(data / "dictionary.bin")),
        program(std::get<grammar::Program>(
            grammar::compile(grammar::load_folder(data / "grammars").entries, dictionary))),
        matcher(program) {}
};

Stage sieve(const fs::path& data) {
  return [sieve = std::make_shared<Sieve>(data)](const Documents& slice) -> Work {
    return [sieve, texts = texts_of(documents_of(slice))] {
      std::size_t sum = 0;
      for (const TokenText& text : texts) {
        sieve->matcher.read(text, {0, text.size()});
        sum += sieve->matcher.line().range.size();
      }
      return sum;
    };
  };
}

Stage marks(const fs::path& data) {
  return [language = language_of(data)](const Documents& slice) -> Work {
    return [language, texts = texts_of(documents_of(slice))] {
      std::size_t sum = 0;
      for (const TokenText& text : texts) sum += language->grammar.find(text, {0, text.size()}).size();
      return sum;
    };
  };
}

Stage records(const fs::path& data) {
  return [language = language_of(data)](const Documents& slice) -> Work {
    return [language, documents = documents_of(slice)] {
      std::size_t sum = 0;
      for (const Document& document : documents) sum += parse(document, *language).claims.size();
      return sum;
    };
  };
}

Stage emission(const fs::path& data, Emitter emitter) {
  return [language = language_of(data), emitter = std::move(emitter)](const Documents& slice) -> Work {
    auto read = std::make_shared<std::vector<std::unique_ptr<Read>>>(read_all(slice, *language));
    return [read, emitter] {
      std::size_t sum = 0;
      for (const auto& one : *read) sum += emitter.record(one->result, 1).size();
      return sum;
    };
  };
}

Stage whole_way(const fs::path& data) {
  return [language = language_of(data), emitter = ndjson_emitter(RuleNames::hidden)](const Documents& slice) -> Work {
    return [&slice, language, emitter] {
      std::size_t sum = 0;
      for (const std::string& bytes : slice) {
        sum += emitter.record(Read(document_of(bytes), *language).result, 1).size();
      }
      return sum;
    };
  };
}

// The floor --------------------------------------------------------------------------------------------------------

std::shared_ptr<const re2::RE2::Set> set_of(const fs::path& patterns) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_max_mem(64 << 20);
  auto set = std::make_shared<RE2::Set>(options, RE2::UNANCHORED);
  std::ifstream file(patterns);
  std::string line, fault;
  while (std::getline(file, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    if (set->Add(line, &fault) < 0) throw std::runtime_error(line + ": " + fault);
  }
  if (!set->Compile()) throw std::runtime_error("too little memory for the patterns of the floor");
  return set;
}

/// One pass of all patterns over each line: the cheapest that any reader by rules could do.
Stage floor(const fs::path& patterns) {
  return [set = set_of(patterns)](const Documents& slice) -> Work {
    return [&slice, set] {
      std::size_t sum = 0;
      std::vector<int> hits;
      for (const std::string& bytes : slice) {
        const std::string_view text = bytes;
        for (std::size_t from = 0; from < text.size();) {
          const std::size_t end = std::min(text.find('\n', from), text.size());
          set->Match({text.data() + from, end - from}, &hits);
          sum += hits.size();
          from = end + 1;
        }
      }
      return sum;
    };
  };
}

}  // namespace

std::vector<NamedStage> all_stages(const fs::path& data, const fs::path& patterns) {
  return {
      {"floor", [=] { return floor(patterns); }},
      {"decode", [] { return Stage(decode); }},
      {"blocks", [] { return Stage(blocks); }},
      {"prepare", [] { return Stage(prepare_all); }},
      {"sieve", [=] { return sieve(data); }},
      {"marks", [=] { return marks(data); }},
      {"records", [=] { return records(data); }},
      {"json", [=] { return emission(data, ndjson_emitter(RuleNames::hidden)); }},
      {"csv", [=] { return emission(data, csv_emitter({})); }},
      {"whole", [=] { return whole_way(data); }},
  };
}

}  // namespace protokol::bench
