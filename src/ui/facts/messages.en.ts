/** The words of the facts' pages and lists, in English. */
export const factMessages = {
  facts: "Facts about AWS",
  "facts.lead":
    "All that this page claims about AWS rests on these statements. Each says how it is known.",
  "facts.back": "All facts",
  "facts.search": "Filter the facts",
  "facts.subject": "About",
  "facts.subject.any": "everything",
  "facts.subject.lambda": "Lambda and its runtimes",
  "facts.subject.client": "Browsers and HTTP",
  "facts.grade": "Known how",
  "facts.grade.any": "in any way",
  "facts.count.one": "{count} fact",
  "facts.count.other": "{count} facts",
  "facts.none": "No fact fits.",
  "facts.questions": "Open questions",
  "facts.questions.about":
    "Nobody has recorded or documented these. What this page answers there is inferred.",
  "facts.restedOn": "What this answer rests on",
  "facts.decisive": "decisive",
  "facts.answer.inferred":
    "The decisive rule behind this answer is only inferred: nobody has recorded it on AWS yet.",
  "fact.missing": "There is no fact of this name",
  "fact.source": "Source",
  "fact.date": "Of",
  "fact.about": "About",
  "grade.name.recorded": "recorded",
  "grade.name.documented": "documented",
  "grade.name.reported": "reported",
  "grade.name.inferred": "inferred",
  "grade.means.recorded": "Somebody tried it on real AWS and kept what came back.",
  "grade.means.documented": "AWS, or the standard that rules here, says so.",
  "grade.means.reported": "Users report it, with evidence. AWS does not document it.",
  "grade.means.inferred":
    "It follows from recorded or documented rules, but nobody has recorded it. Take it with care.",
} as const satisfies Readonly<Record<string, string>>;
