# The library: every .cc of lib/, and the JSON Schema as a string.
file(GLOB_RECURSE protokol_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/*.cc")
set(protokol_schema "${PROJECT_BINARY_DIR}/generated/schema.cc")
add_custom_command(
  OUTPUT "${protokol_schema}"
  COMMAND "${CMAKE_COMMAND}" -D "INPUT=${PROJECT_SOURCE_DIR}/lib/emit/schema.json" -D "OUTPUT=${protokol_schema}"
          -D NAME=lib/emit/schema.json -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  DEPENDS "${PROJECT_SOURCE_DIR}/lib/emit/schema.json" "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
  VERBATIM)
add_library(protokol STATIC ${protokol_sources} "${protokol_schema}")
add_library(protokol::protokol ALIAS protokol)
target_include_directories(protokol PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/lib>
                                           $<INSTALL_INTERFACE:include/protokol>)
target_compile_features(protokol PUBLIC cxx_std_20)
set(protokol_libraries re2::re2 ICU::uc ICU::i18n ICU::data fmt::fmt Boost::json pugixml::pugixml PkgConfig::libzip
                       LibXml2::LibXml2)
target_link_libraries(protokol PRIVATE $<BUILD_INTERFACE:protokol_options> ${protokol_libraries})
