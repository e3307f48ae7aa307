// Each format to its reader.
#include "input/read.h"

#include "input/docx.h"
#include "input/file_format.h"
#include "input/html.h"
#include "input/mht.h"
#include "input/odt.h"
#include "input/office.h"
#include "input/pdf.h"
#include "input/plain_text.h"
#include "input/scan.h"
#include "input/word_xml.h"

namespace protokol {
namespace {

using Reading = std::variant<Document, InputError>;

Reading unreadable(std::string code, std::string message) {
  return InputError{std::move(code), "read", std::move(message)};
}

Reading read_as(FileFormat format, std::string_view bytes, const std::string& source,
                const InputOptions& options) {
  switch (format) {
    case FileFormat::text:
      return read_plain_text(bytes, source, options);
    case FileFormat::docx:
      return read_docx(bytes, options);
    case FileFormat::odt:
      return read_odt(bytes, options);
    case FileFormat::fodt:
      return read_flat_odt(bytes, options);
    case FileFormat::word_xml:
      return read_word_xml(bytes, options);
    case FileFormat::doc:
    case FileFormat::rtf:
      return read_office(bytes, source, options);
    case FileFormat::html:
      return read_html(bytes, options);
    case FileFormat::mht:
      return read_mht(bytes, options);
    case FileFormat::pdf:
      return read_pdf(bytes, options);
    case FileFormat::image:
      return read_image(bytes, options);
    case FileFormat::encrypted:
      return unreadable("encrypted", "The file is encrypted; save it without a password.");
    case FileFormat::zip:
      return unreadable("archive",
                        "The archive could not be unpacked here; unpack it and give what is in it.");
    case FileFormat::other:
      break;
  }
  return unreadable("unknown_format",
                    "The file is of no format that can be read; save it as DOCX or as text.");
}

}  // namespace

std::variant<Document, InputError> read_document(std::string_view bytes, std::string source,
                                                 const InputOptions& options) {
  const FileFormat format = detect_format(bytes);
  Reading reading = read_as(format, bytes, source, options);
  if (auto* document = std::get_if<Document>(&reading)) {
    document->format = name_of(format);
    if (has_wrong_ending(source, format)) document->warnings.emplace_back("wrong_extension");
    document->source = std::move(source);
  }
  return reading;
}

}  // namespace protokol
