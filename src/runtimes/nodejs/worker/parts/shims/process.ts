import { lent } from "../lent";

export default lent.builtin("process");
