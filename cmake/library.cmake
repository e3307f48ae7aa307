# The library: every .cc of lib/, and the JSON Schema as a string.
file(GLOB_RECURSE protokol_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/*.cc")
add_library(protokol STATIC ${protokol_sources})
add_library(protokol::protokol ALIAS protokol)
target_include_directories(protokol PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/lib>
                                           $<INSTALL_INTERFACE:include/protokol>)
target_compile_features(protokol PUBLIC cxx_std_20)
target_link_libraries(
  protokol PRIVATE $<BUILD_INTERFACE:protokol_options> re2::re2 ICU::uc ICU::i18n ICU::data fmt::fmt
                   Boost::json)
