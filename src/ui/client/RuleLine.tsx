import { factById } from "../../facts";
import FactChip from "../FactChip";
import styles from "./RuleLine.module.css";

/** The rule that decided, in its own words, with how it is known. */
export default function RuleLine({ id }: { readonly id: string }) {
  const fact = factById(id);
  return (
    fact && (
      <p className={styles.rule}>
        {fact.statement} <FactChip id={id} />
      </p>
    )
  );
}
