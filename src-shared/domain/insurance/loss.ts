// What happened to a vehicle, and which coverage of a policy pays for it.

/** Types of loss that are offered; any other words are taken, too. */
export const lossTypes = [
  'Collision',
  'Rear-end collision',
  'Parked and unattended',
  'Animal',
  'Glass',
  'Hail',
  'Flood',
  'Fire',
  'Theft',
  'Vandalism',
  'Falling object',
  'Rollover',
  'Other',
] as const;

/** Coverages by the code that estimating programs write (CIECA EMS 2.01, LOSS_CAT). */
export const coverageNames: Readonly<Record<string, string>> = {
  C: 'Collision',
  M: 'Comprehensive',
  L: 'Liability',
  P: 'Property',
  O: 'Other',
  U: 'Unknown',
};

/** The name of a coverage; a code that nobody here knows is its own name. */
export const coverageName = (code: string): string =>
  Object.hasOwn(coverageNames, code) ? (coverageNames[code] ?? code) : code;
