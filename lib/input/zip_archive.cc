// libzip behind the limits.
#include "input/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "base/utf8.h"
#include "text/encoding.h"

namespace protokol {
namespace {

constexpr std::size_t chunk_bytes = 64U << 10;
constexpr std::size_t ratio_asked_from = 1U << 20;  ///< bytes; smaller entries may shrink as they like

InputError failure(std::string code, std::string message) {
  return {std::move(code), "unpack", std::move(message)};
}

InputError damaged() {
  return failure("damaged", "The ZIP data is damaged or cut off; get the file again or repair it.");
}

InputError encrypted() { return failure("encrypted", "The file is encrypted; save it without a password."); }

InputError too_large() {
  return failure("too_large",
                 "The file is too large unpacked; raise --max-part or --max-unpacked if it is a protocol.");
}

InputError too_packed() {
  return failure("too_packed",
                 "The file is packed so tightly that it may be made to fill the memory; raise "
                 "--max-ratio if it is a protocol.");
}

InputError error_of(const zip_error_t& error) {
  switch (zip_error_code_zip(&error)) {
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
      return encrypted();
    case ZIP_ER_COMPNOTSUPP:
      return failure("unsupported", "The ZIP file uses an unknown compression; pack it again as Deflate.");
    default:
      return damaged();
  }
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const utf8::CodePoint next = utf8::decode(bytes, at);
    if (next.value == utf8::replacement && next.size == 1) return false;
    at += next.size;
  }
  return true;
}

class Entry {
 public:
  explicit Entry(zip_file_t* file) : file_(file) {}
  Entry(const Entry&) = delete;
  Entry& operator=(const Entry&) = delete;
  ~Entry() { zip_fclose(file_); }
  zip_int64_t read(char* to, std::size_t size) { return zip_fread(file_, to, size); }
  InputError error() { return error_of(*zip_file_get_error(file_)); }

 private:
  zip_file_t* file_;
};

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(zip* archive)
    : archive_(archive),
      size_(static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0))) {}

std::variant<ZipArchive, InputError> ZipArchive::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    InputError fault = error_of(error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return fault;
  }
  zip_error_fini(&error);
  return ZipArchive(archive);
}

std::string ZipArchive::name(std::size_t entry) const {
  const char* raw = zip_get_name(archive_.get(), entry, ZIP_FL_ENC_RAW);
  if (raw == nullptr) return {};
  std::string bytes = raw;
  if (is_utf8(bytes)) return bytes;
  auto decoded = decode_text(bytes, "IBM866");
  return std::holds_alternative<DecodedText>(decoded) ? std::get<DecodedText>(std::move(decoded)).text : "";
}

std::optional<std::size_t> ZipArchive::find(const std::string& name) const {
  const zip_int64_t place = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_ENC_RAW);
  if (place < 0) return std::nullopt;
  return static_cast<std::size_t>(place);
}

UnpackedEntry ZipArchive::read(std::size_t entry, const ArchiveLimits& limits, std::size_t bytes_left) const {
  if (bytes_left == 0) return {too_large()};
  zip_stat_t about;
  if (zip_stat_index(archive_.get(), entry, 0, &about) != 0) return {damaged()};
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
    return {encrypted()};
  zip_file_t* opened = zip_fopen_index(archive_.get(), entry, 0);
  if (opened == nullptr) return {error_of(*zip_get_error(archive_.get()))};
  Entry file(opened);
  const std::size_t packed = (about.valid & ZIP_STAT_COMP_SIZE) != 0 ? about.comp_size : 0;
  std::string bytes;
  for (std::size_t filled = 0;;) {
    bytes.resize(filled + chunk_bytes);
    const zip_int64_t count = file.read(bytes.data() + filled, chunk_bytes);
    if (count < 0) return {file.error(), filled};
    filled += static_cast<std::size_t>(count);
    if (filled > limits.part_bytes || filled > bytes_left) return {too_large(), filled};
    if (filled > ratio_asked_from && filled / limits.ratio > packed) return {too_packed(), filled};
    if (count == 0) {
      bytes.resize(filled);
      return {std::move(bytes), filled};
    }
  }
}

}  // namespace protokol
