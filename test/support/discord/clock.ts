/** The first millisecond of 2015, from which Discord counts. */
const discordEpochMs = 1_420_070_400_000;

/** The stand-in's time, which a test can move forward, and the ids that carry it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The time as Discord writes it. */
  readonly timestamp: () => string;
  /** Moves the time forward. */
  readonly advance: (ms: number) => void;
  /** A snowflake that was not given out before, larger than those before it while time does not go back. */
  readonly newId: () => string;
}

/** A clock that runs like `source` until it is advanced. */
export function createClock(source: () => number = Date.now): Clock {
  let aheadMs = 0;
  let idCount = 0;
  const now = () => source() + aheadMs;
  return {
    now,
    timestamp: () => new Date(now()).toISOString().replace('Z', '000+00:00'),
    advance: (ms) => (aheadMs += ms),
    newId: () => String((BigInt(Math.floor(now()) - discordEpochMs) << 22n) | BigInt(idCount++ & 0x3fffff)),
  };
}
