import type { Grade } from "../../facts/fact";
import chips from "../chips.module.css";
import { message } from "../message";

/** How a fact is known, in one word. */
export default function GradeMark({ grade }: { readonly grade: Grade }) {
  return <span className={chips[grade]}>{message(`grade.name.${grade}`)}</span>;
}
