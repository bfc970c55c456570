import button from "../button.module.css";
import { message, messageParts } from "../message";
import Words from "../Words";
import styles from "./StandIns.module.css";

interface TakeAsDeployedProps {
  readonly module: string;
  readonly onTake: () => void;
}

/** One click for a module that is in the user's package and only not here. */
export default function TakeAsDeployed({ module, onTake }: TakeAsDeployedProps) {
  return (
    <div className={styles.take}>
      <button type="button" className={button.plain} onClick={onTake}>
        {message("standIns.take")}
      </button>
      <span>
        <Words of={messageParts("standIns.take.about", { module })} />
      </span>
    </div>
  );
}
