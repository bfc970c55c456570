import type { SubmissionKind } from "../submission/submission";
import ChoiceSwitch from "./ChoiceSwitch";
import { message } from "./message";

const kinds: readonly SubmissionKind[] = ["code", "output", "log"];

interface KindSwitchProps {
  readonly kind: SubmissionKind;
  readonly onChoose: (kind: SubmissionKind) => void;
}

/** What the text was recognised as, and one click to correct it. */
export default function KindSwitch({ kind, onChoose }: KindSwitchProps) {
  return (
    <ChoiceSwitch
      legend={message("kind")}
      choices={kinds.map((name) => ({ name, label: message(`kind.${name}`) }))}
      chosen={kind}
      onChoose={onChoose}
    />
  );
}
