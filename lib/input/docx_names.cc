#include "input/docx_names.h"

#include <array>

#include "input/name_table.h"

namespace protokol {
namespace {

using Known = KnownName<DocxName>;

constexpr auto names = sorted(std::array{
    Known{"p", DocxName::paragraph},
    Known{"r", DocxName::run},
    Known{"t", DocxName::text},
    Known{"tab", DocxName::tab},
    Known{"ptab", DocxName::tab},
    Known{"br", DocxName::line_break},
    Known{"cr", DocxName::line_break},
    Known{"noBreakHyphen", DocxName::no_break_hyphen},
    Known{"sym", DocxName::symbol},
    Known{"fldChar", DocxName::field_sign},
    Known{"AlternateContent", DocxName::alternatives},
    Known{"txbxContent", DocxName::box},
    Known{"tbl", DocxName::table},
    Known{"tr", DocxName::row},
    Known{"tc", DocxName::cell},
    // Properties: tab stops in them are no tabs.
    Known{"pPr", DocxName::left_out},
    Known{"rPr", DocxName::left_out},
    Known{"tblPr", DocxName::left_out},
    Known{"tblPrEx", DocxName::left_out},
    Known{"tblGrid", DocxName::left_out},
    Known{"trPr", DocxName::left_out},
    Known{"tcPr", DocxName::left_out},
    Known{"sdtPr", DocxName::left_out},
    Known{"sdtEndPr", DocxName::left_out},
    Known{"sectPr", DocxName::left_out},
    Known{"ffData", DocxName::left_out},
    // What was deleted or moved away.
    Known{"del", DocxName::left_out},
    Known{"moveFrom", DocxName::left_out},
    Known{"delText", DocxName::left_out},
    Known{"delInstrText", DocxName::left_out},
    Known{"instrText", DocxName::left_out},
    // The small letters above a word.
    Known{"rt", DocxName::left_out},
});

}  // namespace

DocxName docx_name(std::string_view local) { return kind_of(names, local, DocxName::other); }

}  // namespace protokol
