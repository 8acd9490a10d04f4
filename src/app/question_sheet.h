#pragma once
// The questions of the gap analysis as a table that people fill in: a row for each subject and norm, with what is known
// already. Its columns are known by their headings, in either language; app/answer_sheet.h reads it back.
#include <array>
#include <string>

#include "analysis/gaps.h"
#include "i18n/texts.h"
#include "model/taxonomy.h"

namespace samverka {

enum class SheetColumn : std::uint8_t {
  name,  // of the subject; for people, and not read back
  subject,
  title,  // of the norm; for people
  norm,
  outcome,  // what is known; for people
  reason,
  answer,
  document,
  partners,
  date,
  source
};
struct SheetHeading {
  SheetColumn column;
  const char* key;        // its heading, a text key
  bool is_needed = true;  // a table without it cannot be read back
};
inline constexpr auto sheet_headings = std::to_array<SheetHeading>({
    {SheetColumn::name, "sheet.name", false},
    {SheetColumn::subject, "sheet.subject"},
    {SheetColumn::title, "sheet.title", false},
    {SheetColumn::norm, "sheet.norm"},
    {SheetColumn::outcome, "sheet.outcome", false},
    {SheetColumn::reason, "sheet.reason", false},
    {SheetColumn::answer, "sheet.answer"},
    {SheetColumn::document, "sheet.document"},
    {SheetColumn::partners, "sheet.partners", false},
    {SheetColumn::date, "sheet.date", false},
    {SheetColumn::source, "sheet.source", false},
});

// "Länsöverenskommelse [a-lansok]": a title that people know, with the id that finds the row again.
std::string titled(const std::string& title, const Key& key);

// CSV (io/csv.h). Who is exempt is not asked. Municipalities first, by Swedish order, each with its norms together. A
// norm that is told as numbers only says nothing of what is known. The answer is empty; document, partners, date and
// source are filled in where the network has what a "yes" would rest on, and mean nothing without an answer.
std::string question_sheet(const Network& network, const Taxonomy& taxonomy, const GapAnalysis& analysis,
                           const RuleSet& rules, const Texts& texts);

}  // namespace samverka
