/** The time of the process, in milliseconds since it began. */
export interface ProcessTime {
  /** The moment it is now. */
  readonly now: () => number;
  /** Sets the moment, forwards or back. */
  readonly moveTo: (moment: number) => void;
  /** Puts this time in the place of the host's clocks, in UTC, until the function returned is called. */
  readonly install: () => () => void;
}

/**
 * Milliseconds that pass whenever the code looks at a clock, and only then: code that waits for a
 * moment gets there, and what it computes takes the same time on every machine.
 */
const lookMs = 0.05;

/** A process's time that begins at this epoch moment. */
export function createProcessTime(startEpochMs: number): ProcessTime {
  let elapsed = 0;

  function look(): number {
    elapsed += lookMs;
    return elapsed;
  }

  function install(): () => void {
    const HostDate = globalThis.Date;
    const hostNow = performance.now;
    const ProcessDate = utcDate(HostDate);
    ProcessDate.now = () => startEpochMs + look();
    globalThis.Date = ProcessDate;
    performance.now = look;
    return () => {
      globalThis.Date = HostDate;
      performance.now = hostNow;
    };
  }

  return {
    now: () => elapsed,
    moveTo: (moment) => {
      elapsed = moment;
    },
    install,
  };
}

/** A Date for which the local time zone is UTC, as it is on Lambda. */
function utcDate(HostDate: DateConstructor): DateConstructor {
  return class extends HostDate {
    constructor(...parts: readonly number[]) {
      const [year = 0, month = 0, ...rest] = parts;
      if (parts.length > 1) super(HostDate.UTC(year, month, ...rest));
      else if (parts.length === 1) super(year);
      else super();
    }
    override getFullYear = () => this.getUTCFullYear();
    override getMonth = () => this.getUTCMonth();
    override getDate = () => this.getUTCDate();
    override getDay = () => this.getUTCDay();
    override getHours = () => this.getUTCHours();
    override getMinutes = () => this.getUTCMinutes();
    override getSeconds = () => this.getUTCSeconds();
    override getTimezoneOffset = () => 0;
  } as DateConstructor;
}
