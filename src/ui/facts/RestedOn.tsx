import { factById } from "../../facts";
import { message } from "../message";
import FactEntry from "./FactEntry";
import GradeMark from "./GradeMark";
import styles from "./RestedOn.module.css";

/** The facts that an answer rests on, the decisive one first, with a warning when that is only inferred. */
export default function RestedOn({ ids }: { readonly ids: readonly string[] }) {
  const rested = ids.flatMap((id) => factById(id) ?? []);
  const [decisive] = rested;
  if (!decisive) return null;
  return (
    <>
      {decisive.grade === "inferred" && (
        <p className={styles.warning}>{message("facts.answer.inferred")}</p>
      )}
      <details className={styles.rested}>
        <summary>
          {message("facts.restedOn")} <GradeMark grade={decisive.grade} />
        </summary>
        <ul>
          {rested.map((fact) => (
            <FactEntry key={fact.id} fact={fact} decisive={fact === decisive} />
          ))}
        </ul>
      </details>
    </>
  );
}
