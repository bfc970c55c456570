import { type Conditions, parseSubmission, type Submission } from "../../submission/submission";
import styles from "../form.module.css";
import { message } from "../message";
import { authorizerChoices, conditionMatters } from "./applicable";
import CheckField from "./CheckField";
import ChoiceField from "./ChoiceField";
import NumberField from "./NumberField";

const usual = parseSubmission({ v: 1 }).conditions;

const checks = ["throttled", "requestTooLarge"] as const;
const choices = [
  { member: "permission", names: ["granted", "missing"] },
  { member: "integrationTarget", names: ["function", "missing"] },
  { member: "route", names: ["matched", "missing"] },
] as const;

interface ConditionsFormProps {
  readonly submission: Submission;
  readonly onChange: (conditions: Conditions) => void;
}

/** Trouble outside the code, to try out. What is switched on is shown even where it is not usual. */
export default function ConditionsForm({ submission, onChange }: ConditionsFormProps) {
  const { conditions } = submission;
  const { clientGivesUpAfterMs, ...others } = conditions;
  const shown = (member: keyof Conditions) =>
    conditionMatters(member, submission) || conditions[member] !== usual[member];
  const authorizers = authorizerChoices(submission);
  const known = authorizers.includes(conditions.authorizer);
  return (
    <fieldset className={styles.group}>
      <legend>{message("conditions")}</legend>
      {checks.map((member) => (
        <CheckField
          key={member}
          label={message(`conditions.${member}`)}
          checked={conditions[member]}
          onChange={(checked) => onChange({ ...conditions, [member]: checked })}
        />
      ))}
      <div className={styles.row}>
        {choices.map(
          ({ member, names }) =>
            shown(member) && (
              <ChoiceField
                key={member}
                label={message(`conditions.${member}`)}
                choices={names.map((name) => ({
                  name,
                  label: message(`conditions.choice.${name}`),
                }))}
                value={conditions[member]}
                onChoose={(chosen) => onChange({ ...conditions, [member]: chosen })}
              />
            ),
        )}
        <ChoiceField
          label={message("conditions.authorizer")}
          choices={(known ? authorizers : [...authorizers, conditions.authorizer]).map((name) => ({
            name,
            label: message(`conditions.choice.${name}`),
          }))}
          value={conditions.authorizer}
          onChoose={(authorizer) => onChange({ ...conditions, authorizer })}
        />
        <NumberField
          id="conditions-clientGivesUpAfterMs"
          label={message("conditions.clientGivesUpAfterMs")}
          least={1}
          most={900_000}
          value={clientGivesUpAfterMs}
          placeholder={message("conditions.never")}
          onCommit={(after) =>
            onChange(after === undefined ? others : { ...others, clientGivesUpAfterMs: after })
          }
        />
      </div>
    </fieldset>
  );
}
