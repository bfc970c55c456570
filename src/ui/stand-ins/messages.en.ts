/** The words of what stands in for what is not here, in English. */
export const standInsMessages = {
  standIns: "Stand-ins",
  "standIns.about":
    "What the code asks of other machines and of packages that are not here. You say what it answers.",
  packages: "Packages",
  "packages.real": "Run here as they are: {packages}. Another version may answer otherwise.",
  "standIns.calls.one": "{count} call",
  "standIns.calls.other": "{count} calls",
  "standIns.unanswered.one": "{count} call never answered",
  "standIns.unanswered.other": "{count} calls never answered",
  "standIns.says.default": "answers as usual",
  "standIns.says.value": "answers your value",
  "standIns.says.error": "fails with {name}",
  "standIns.says.never": "never answers",
  "standIns.answer": "What {module} answers",
  "standIns.answer.default": "As usual",
  "standIns.answer.value": "This value",
  "standIns.answer.error": "An error",
  "standIns.answer.never": "Never",
  "standIns.never.about":
    "As from a subnet or behind a security group that leads nowhere: the call waits until a time is up.",
  "standIns.value": "Value, as JSON",
  "standIns.value.broken":
    "This is not JSON: see line {line}, column {column}. Until it is, the value before counts.",
  "standIns.error.name": "Name of the error",
  "standIns.error.message": "Its message",
  "standIns.remove": "Take back",
  "standIns.remove.of": "Take back what {module} answers",
  "standIns.take": "It is in my package: stand in for it",
  "standIns.take.about": "The page then runs the rest with a stand-in for `{module}`.",
} as const;
