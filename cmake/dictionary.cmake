# The packed Russian dictionary: build/share/protokol/dictionary.bin, made from link-grammar's files
# (Debian: link-grammar-dictionaries-all) and the supplement in grammars/.

set(PROTOKOL_LINK_GRAMMAR_DIR "" CACHE PATH "link-grammar's Russian dictionary: the folder with stem.dict")
if(NOT PROTOKOL_LINK_GRAMMAR_DIR)
  find_path(PROTOKOL_LINK_GRAMMAR_FOUND stem.dict
            PATHS /usr/share/link-grammar/ru /usr/local/share/link-grammar/ru /opt/homebrew/share/link-grammar/ru
            NO_DEFAULT_PATH)
  mark_as_advanced(PROTOKOL_LINK_GRAMMAR_FOUND)
  set(link_grammar_dir "${PROTOKOL_LINK_GRAMMAR_FOUND}")
else()
  set(link_grammar_dir "${PROTOKOL_LINK_GRAMMAR_DIR}")
endif()
if(NOT EXISTS "${link_grammar_dir}/stem.dict")
  message(FATAL_ERROR "link-grammar's Russian dictionary was not found. Install it "
                      "(Debian: apt install link-grammar-dictionaries-all) or give its folder by "
                      "-DPROTOKOL_LINK_GRAMMAR_DIR=.../link-grammar/ru")
endif()

add_executable(pack_dictionary tools/pack_dictionary.cc tools/lexicon.cc tools/link_grammar.cc
                               tools/supplement.cc lib/base/diagnostic.cc)
target_include_directories(pack_dictionary PRIVATE lib tools)
if(TARGET protokol_options)
  target_link_libraries(pack_dictionary PRIVATE protokol_options)
endif()

set(protokol_dictionary_file "${PROJECT_BINARY_DIR}/share/protokol/dictionary.bin")
set(protokol_dictionary_supplement "${PROJECT_SOURCE_DIR}/grammars/словарь.words")
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share/protokol")
add_custom_command(
  OUTPUT "${protokol_dictionary_file}"
  COMMAND pack_dictionary "${link_grammar_dir}" "${protokol_dictionary_supplement}" "${protokol_dictionary_file}"
  DEPENDS pack_dictionary "${protokol_dictionary_supplement}" "${link_grammar_dir}/stem.dict"
          "${link_grammar_dir}/suffix.dict" "${link_grammar_dir}/4.0.dict"
  COMMENT "Packing the Russian dictionary"
  VERBATIM)
add_custom_target(protokol_dictionary ALL DEPENDS "${protokol_dictionary_file}")
