# Run as a script: writes OUTPUT, a .cc that defines protokol::json_schema() from the text of INPUT.
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}" "// Made from ${NAME} by cmake/embed.cmake.\n#include \"emit/emit.h\"\n
namespace protokol {\n
std::string_view json_schema() {\n  return R\"json(${text})json\";\n}\n
}  // namespace protokol\n")
