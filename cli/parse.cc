// protokol parse: documents in, records out.
#include <exception>
#include <iterator>
#include <utility>
#include <vector>

#include "base/time_limit.h"
#include "cli/commands.h"
#include "cli/in_order.h"
#include "cli/interrupt.h"
#include "cli/language.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/read_bytes.h"
#include "input/warnings.h"

namespace protokol::cli {

namespace {

enum class Outcome : std::uint8_t { recognised, not_recognised, failed, dropped };

// One document's share of the output.
struct Piece {
  Outcome outcome = Outcome::dropped;
  std::string data;
  std::string message;  // for standard error; empty where there is nothing to say
};

// One input's share: of an archive a piece for each document in it.
using Pieces = std::vector<Piece>;

// How a run went so far.
struct Tally {
  std::size_t recognised = 0, failed = 0;
  Written written = Written::done;
};

CsvOptions::Words words(const Grammar& grammar, std::string_view name) {
  CsvOptions::Words words;
  if (const Table* table = grammar.table(name)) {
    for (const auto& row : *table) {
      if (row.size() == 2) words.emplace(row[0], row[1]);
    }
  }
  return words;
}

Emitter emitter_for(const ParseOptions& options, const Grammar& grammar) {
  switch (options.format) {
    case Format::json:
      return json_emitter(options.rules);
    case Format::ndjson:
      return ndjson_emitter(options.rules);
    case Format::csv:
      break;
  }
  return csv_emitter({.table = options.table,
                      .dialect = options.dialect,
                      .headers = words(grammar, "csv.headers"),
                      .choices = words(grammar, "csv.choices")});
}

Piece failed_piece(std::string source, InputError error, const Emitter& emitter, std::size_t index) {
  std::string message = source + ": " + error.message;
  const Result result{std::move(source), "", "",
                      ErrorRecord{std::move(error.code), std::move(error.stage), std::move(error.message)}};
  return {Outcome::failed, emitter.record(result, index), std::move(message)};
}

// What the reader of the file warns of comes before what the reading of its text does.
Protocol parsed(const Document& document, const Language& language) {
  Protocol protocol = parse(document, language);
  std::vector<Warning> warnings;
  for (const std::string& code : document.warnings) {
    warnings.push_back({code, std::string(warning_message(code)), std::nullopt});
  }
  protocol.warnings.insert(protocol.warnings.begin(), warnings.begin(), warnings.end());
  return protocol;
}

Piece parsed_piece(const Document& document, const Language& language, const Emitter& emitter,
                   std::size_t index) {
  const Result result{document.source, document.encoding,      document.text, parsed(document, language),
                      document.format, document.ocr_confidence};
  const bool recognised = std::get<Protocol>(result.content).recognised();
  return {recognised ? Outcome::recognised : Outcome::not_recognised, emitter.record(result, index),
          recognised ? "" : document.source + ": nothing of a protocol was recognised"};
}

Piece process(Part part, const ParseOptions& options, const Language& language, const Emitter& emitter,
              std::size_t index) {
  const TimeLimit limit(options.sources.timeout);
  std::string source = part.source;
  auto document = read_part(std::move(part), options.sources);
  if (time_is_up()) return failed_piece(std::move(source), timed_out(options.sources, "read"), emitter, index);
  if (auto* error = std::get_if<InputError>(&document)) {
    if (error->code == interrupted_code) return {};
    return failed_piece(std::move(source), std::move(*error), emitter, index);
  }
  Piece piece = parsed_piece(std::get<Document>(document), language, emitter, index);
  if (time_is_up()) return failed_piece(std::move(source), timed_out(options.sources, "parse"), emitter, index);
  return piece;
}

/// What `work` gives; an exception in it, which is a fault of the program, becomes an error record.
template <typename Work>
Pieces guarded(const std::string& source, const Emitter& emitter, std::size_t index, Work work) {
  try {
    return work();
  } catch (const std::exception& error) {
    const std::string message = std::string("The program failed on this input: ") + error.what() + ".";
    return {failed_piece(source, {"internal", "parse", message}, emitter, index)};
  }
}

Pieces process(const Input& input, const ParseOptions& options, const Language& language,
               const Emitter& emitter, std::size_t index) {
  return guarded(valid_utf8(input.path), emitter, index, [&] {
    Pieces pieces;
    for (Part& part : open_input(input, options.sources)) {
      if (interrupted() != 0) {
        pieces.emplace_back();  // dropped, as all that stands behind it
        break;
      }
      const std::size_t place = index + pieces.size();
      const std::string source = part.source;
      Pieces of_part = guarded(source, emitter, place, [&]() -> Pieces {
        return {process(std::move(part), options, language, emitter, place)};
      });
      std::move(of_part.begin(), of_part.end(), std::back_inserter(pieces));
    }
    return pieces;
  });
}

Tally run_all(const std::vector<Input>& inputs, const ParseOptions& options, const Language& language,
              const Emitter& emitter, Output& output) {
  Tally tally;
  tally.written = output.write(emitter.begin);
  if (tally.written != Written::done) return tally;
  const auto work = [&](std::size_t i) { return process(inputs[i], options, language, emitter, i); };
  const auto take = [&](std::size_t, const Pieces& pieces) {
    for (const Piece& piece : pieces) {
      // Another thread may have finished what stands behind: a gap would look as if there were nothing.
      if (piece.outcome == Outcome::dropped) return Next::stop;
      if (!piece.message.empty()) say(piece.message);
      tally.recognised += piece.outcome == Outcome::recognised ? 1 : 0;
      tally.failed += piece.outcome == Outcome::failed ? 1 : 0;
      tally.written = output.write(piece.data);
      const bool fatal = options.fail_fast && piece.outcome == Outcome::failed;
      if (tally.written != Written::done || fatal) return Next::stop;
    }
    return Next::go_on;
  };
  InOrder(inputs.size(), options.jobs, work, take, [] { return interrupted() != 0; }).run();
  if (tally.written == Written::done) tally.written = output.write(emitter.end);
  return tally;
}

int status_of(const Tally& tally) {
  if (tally.written == Written::failed) return not_written;
  if (tally.written == Written::pipe_closed) return all_done;
  if (tally.failed != 0) return some_failed;
  return tally.recognised == 0 ? nothing_recognised : all_done;
}

std::optional<Output> open_output(const ParseOptions& options) {
  if (!options.output) return Output::standard();
  return Output::file(*options.output);
}

}  // namespace

int run(const ParseOptions& given) {
  watch_signals();
  auto inputs = list_inputs(given.sources);
  if (interrupted() != 0) return signalled + interrupted();
  if (const auto* fault = std::get_if<std::string>(&inputs)) return say(*fault), bad_usage;

  ParseOptions options = given;
  options.sources = converting_in_groups(given.sources, std::get<std::vector<Input>>(inputs));
  const Language language = load_language(options.grammars);
  const Emitter emitter = emitter_for(options, language.grammar);
  std::optional<Output> output = open_output(options);
  if (!output) return not_written;

  Tally tally = run_all(std::get<std::vector<Input>>(inputs), options, language, emitter, *output);
  // What is interrupted does not replace a whole file.
  if (interrupted() != 0) return signalled + interrupted();
  if (tally.written == Written::done) tally.written = output->commit();
  return status_of(tally);
}

}  // namespace protokol::cli
