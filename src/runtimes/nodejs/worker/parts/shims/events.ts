import { lent } from "../lent";

export const { EventEmitter } = lent;
export default EventEmitter;
