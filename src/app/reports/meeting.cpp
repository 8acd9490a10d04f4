// For who decides: one page that can be read by itself, and four to lean on.
#include "app/reports/report_maker.h"

namespace samverka {
namespace {

constexpr std::size_t deadlines_on_a_page = 3, weak_points_on_a_page = 8;

}  // namespace

void compose_meeting(ReportMaker& made) {
  const std::string_view title = made.is_whole() ? "report.meeting.title_whole" : "report.meeting.title";
  add_opening(made, made.tr(title, {{"place", made.place_words()}}),
              made.tr("report.meeting.subtitle", {{"day", to_string(made.day)}}));
  made.heading(2, made.tr("report.meeting.first"));
  add_sentences(made);
  made.step(0.3F);
  made.heading(2, made.tr("report.meeting.gaps"));
  add_largest_gaps(made);
  made.heading(2, made.tr("report.meeting.deadlines"));
  add_deadlines(made, deadlines_on_a_page);
  add_proposal(made);
  made.heading(2, made.tr("report.section.map"), true);
  add_map(made);
  made.step(0.5F);
  made.heading(2, made.tr("report.section.areas"), true);
  add_heat_map(made);
  made.step(0.6F);
  made.heading(2, made.tr("report.section.network"), true);
  add_network(made);
  made.step(0.9F);
  made.heading(2, made.tr("report.section.weak"), true);
  add_weak_points(made, weak_points_on_a_page);
  made.heading(2, made.tr("report.section.method"));
  add_method(made);
}

}  // namespace samverka
