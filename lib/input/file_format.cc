// Magic bytes and endings.
#include "input/file_format.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "input/mht.h"
#include "input/zip_archive.h"

namespace protokol {
namespace {

using namespace std::literals;

struct Magic {
  std::string_view bytes;
  FileFormat format;
};

constexpr std::array jpeg{'\xFF', '\xD8', '\xFF'};

constexpr std::array magics{
    Magic{"PK\x03\x04"sv, FileFormat::zip},
    Magic{"PK\x05\x06"sv, FileFormat::zip},
    Magic{"{\\rtf"sv, FileFormat::rtf},
    Magic{"%PDF-"sv, FileFormat::pdf},
    Magic{"\x89PNG\r\n\x1A\n"sv, FileFormat::image},
    Magic{{jpeg.data(), jpeg.size()}, FileFormat::image},
    Magic{"II*\0"sv, FileFormat::image},
    Magic{"MM\0*"sv, FileFormat::image},
    Magic{"7z\xBC\xAF\x27\x1C"sv, FileFormat::other},
    Magic{"Rar!\x1A\x07"sv, FileFormat::other},
    Magic{"\x1F\x8B"sv, FileFormat::other},
    Magic{"BZh"sv, FileFormat::other},
    Magic{"\xFD"
          "7zXZ\0"sv,
          FileFormat::other},
    Magic{"GIF8"sv, FileFormat::other},
    Magic{"\x7F"
          "ELF"sv,
          FileFormat::other},
    Magic{"MZ\x90\0"sv, FileFormat::other},
};

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

struct Ending {
  std::string_view ending;
  FileFormat format;
};

constexpr std::array endings{
    Ending{".txt", FileFormat::text},  Ending{".text", FileFormat::text},  Ending{".docx", FileFormat::docx},
    Ending{".docm", FileFormat::docx}, Ending{".dotx", FileFormat::docx},  Ending{".odt", FileFormat::odt},
    Ending{".doc", FileFormat::doc},   Ending{".rtf", FileFormat::rtf},    Ending{".html", FileFormat::html},
    Ending{".htm", FileFormat::html},  Ending{".xhtml", FileFormat::html}, Ending{".pdf", FileFormat::pdf},
    Ending{".png", FileFormat::image}, Ending{".jpg", FileFormat::image},  Ending{".jpeg", FileFormat::image},
    Ending{".fodt", FileFormat::fodt}, Ending{".mht", FileFormat::mht},    Ending{".mhtml", FileFormat::mht},
    Ending{".tif", FileFormat::image}, Ending{".tiff", FileFormat::image}, Ending{".zip", FileFormat::zip},
};

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

std::optional<FileFormat> format_of_ending(std::string_view path) {
  const std::size_t dot = path.find_last_of("./!");
  if (dot == std::string_view::npos || path[dot] != '.') return std::nullopt;
  const std::string ending = in_small_letters(path.substr(dot));
  const auto* found = std::find_if(endings.begin(), endings.end(),
                                   [&](const Ending& known) { return known.ending == ending; });
  if (found == endings.end()) return std::nullopt;
  return found->format;
}

/// An office file is told by its entries; whatever else is a ZIP file is an archive.
FileFormat format_of_zip(std::string_view bytes) {
  const auto opened = ZipArchive::open(bytes);
  const auto* archive = std::get_if<ZipArchive>(&opened);
  if (archive == nullptr) return FileFormat::zip;
  if (archive->find("[Content_Types].xml")) {
    for (std::size_t i = 0; i < archive->size(); ++i) {
      const std::string name = archive->name(i);
      if (name.starts_with("word/")) return FileFormat::docx;
      if (name.starts_with("xl/") || name.starts_with("ppt/")) return FileFormat::other;
    }
  }
  if (const auto place = archive->find("mimetype")) {
    constexpr ArchiveLimits small{.part_bytes = 256};
    const UnpackedEntry type = archive->read(*place, small, small.part_bytes);
    const auto* text = std::get_if<std::string>(&type.bytes);
    if (text == nullptr) return FileFormat::other;
    return text->starts_with("application/vnd.oasis.opendocument.text") ? FileFormat::odt : FileFormat::other;
  }
  return FileFormat::zip;
}

/// The names of a compound file's streams are in UTF-16.
bool names_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

/// Whether a Word document's information block, which begins a sector, says that it is encrypted
/// ([MS-DOC] 2.5.2, fEncrypted).
bool is_encrypted_document(std::string_view bytes) {
  constexpr std::size_t sector = 512, flags = 11;
  constexpr unsigned char encrypted = 0x01;
  for (std::size_t at = sector; at + flags < bytes.size(); at += sector) {
    if (bytes.substr(at, 2) == "\xEC\xA5"sv)
      return (static_cast<unsigned char>(bytes[at + flags]) & encrypted) != 0;
  }
  return false;
}

FileFormat format_of_compound_file(std::string_view bytes) {
  if (names_stream(bytes, "EncryptedPackage") || is_encrypted_document(bytes)) return FileFormat::encrypted;
  return names_stream(bytes, "WordDocument") ? FileFormat::doc : FileFormat::other;
}

constexpr std::size_t looked_at = 1024;

/// The beginning in small letters, without a byte order mark and white space; UTF-16 by its low bytes.
std::string head_of(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (wide) bytes.remove_prefix(2);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string head(bytes.substr(0, looked_at));
  if (wide) head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
  return in_small_letters(std::string_view(head).substr(utf8::space_size(head, 0)));
}

/// Pages may lack their head, and parts of pages be saved as such.
bool begins_with_element_of_html(std::string_view head) {
  constexpr std::array names{"head"sv, "body"sv, "meta"sv, "title"sv, "style"sv, "table"sv,  "div"sv,
                             "p"sv,    "span"sv, "font"sv, "b"sv,     "i"sv,     "strong"sv, "br"sv,
                             "ol"sv,   "ul"sv,   "h1"sv,   "h2"sv,    "h3"sv,    "h4"sv,     "center"sv};
  const std::size_t end = std::min(head.find_first_of(" \t\r\n/>"), head.size());
  return std::find(names.begin(), names.end(), head.substr(1, end - 1)) != names.end();
}

/// What is written in elements: a page, or an office document in one file.
std::optional<FileFormat> format_of_elements(std::string_view bytes) {
  const std::string head = head_of(bytes);
  if (!head.starts_with('<')) return std::nullopt;
  const auto holds = [&](std::string_view name) { return head.find(name) != std::string::npos; };
  if (head.starts_with("<!doctype html") || holds("<html") || begins_with_element_of_html(head))
    return FileFormat::html;
  if (holds("<w:worddocument") || holds("<pkg:package")) return FileFormat::word_xml;
  if (holds("<office:document")) return FileFormat::fodt;
  return std::nullopt;
}

}  // namespace

FileFormat detect_format(std::string_view bytes) {
  if (bytes.starts_with(compound_file)) return format_of_compound_file(bytes);
  for (const Magic& magic : magics) {
    if (bytes.starts_with(magic.bytes))
      return magic.format == FileFormat::zip ? format_of_zip(bytes) : magic.format;
  }
  if (head_of(bytes).starts_with("{\\rtf")) return FileFormat::rtf;
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileFormat::pdf;
  if (const auto format = format_of_elements(bytes)) return *format;
  return is_mht(bytes) ? FileFormat::mht : FileFormat::text;
}

std::string_view name_of(FileFormat format) {
  switch (format) {
    case FileFormat::text:
      return "text";
    case FileFormat::docx:
      return "docx";
    case FileFormat::odt:
      return "odt";
    case FileFormat::fodt:
      return "fodt";
    case FileFormat::word_xml:
      return "word_xml";
    case FileFormat::doc:
      return "doc";
    case FileFormat::rtf:
      return "rtf";
    case FileFormat::html:
      return "html";
    case FileFormat::mht:
      return "mht";
    case FileFormat::pdf:
      return "pdf";
    case FileFormat::image:
      return "image";
    case FileFormat::zip:
      return "zip";
    case FileFormat::encrypted:
      return "encrypted";
    case FileFormat::other:
      break;
  }
  return "unknown";
}

bool has_wrong_ending(std::string_view path, FileFormat format) {
  const auto told = format_of_ending(path);
  return told && *told != format;
}

bool has_document_ending(std::string_view path) { return format_of_ending(path).has_value(); }

}  // namespace protokol
