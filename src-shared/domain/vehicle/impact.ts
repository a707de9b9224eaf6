// Where a vehicle was hit: one primary point of impact and others beside it, by the codes of CIECA EMS (IMPACT_1, IMPACT_2).

/** The points around the vehicle by the hours of a clock, the front at twelve, and those upon it. */
export const impactNames: Readonly<Record<string, string>> = {
  '12': 'Front',
  '01': 'Right front corner',
  '02': 'Right front side',
  '03': 'Right side',
  '04': 'Right rear side',
  '05': 'Right rear corner',
  '06': 'Rear',
  '07': 'Left rear corner',
  '08': 'Left rear side',
  '09': 'Left side',
  '10': 'Left front side',
  '11': 'Left front corner',
  '25': 'Hood',
  '27': 'Roof',
  '26': 'Deck lid',
  '28': 'Undercarriage',
  '13': 'Rollover',
  '16': 'Non-collision',
  '34': 'All over',
  '14': 'Unknown',
};

/** The most points beside the primary one: as many as an EMS field holds. */
export const maxSecondaryImpacts = 10;

export type Impact = { readonly primary: string; readonly secondary: readonly string[] };

/** The name of a point; one that nobody here knows is called by its code. */
export const impactName = (code: string): string =>
  Object.hasOwn(impactNames, code) ? (impactNames[code] ?? code) : `Point ${code}`;

/** All points, the primary one first. */
export const impactsOf = ({ primary, secondary }: Impact): readonly string[] =>
  primary === '' ? secondary : [primary, ...secondary];

/** A point put on or taken off: the first one is the primary, and where that goes the next one is. */
export function toggleImpact(impact: Impact, code: string): Impact {
  const chosen = impactsOf(impact);
  const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
  return ofList(next);
}

/** A point made the primary one; the one that was stays beside it. */
export const withPrimary = (impact: Impact, code: string): Impact =>
  ofList(code === '' ? [] : [code, ...impactsOf(impact).filter((one) => one !== code)]);

/** Codes as files write them, `5` or `05`, in two digits. */
export const impactCode = (text: string): string => (/^\d{1,2}$/.test(text) ? text.padStart(2, '0') : '');

/** The codes of a list as files write it: `05 11`, `0511` or `5,11`. */
export function impactCodes(text: string): readonly string[] {
  const parts = /^(\d\d)+$/.test(text) ? (text.match(/\d\d/g) ?? []) : text.split(/[^\d]+/);
  return [...new Set(parts.map(impactCode))].filter((code) => code !== '').slice(0, maxSecondaryImpacts);
}

const ofList = ([primary = '', ...secondary]: readonly string[]): Impact => ({
  primary,
  secondary: secondary.slice(0, maxSecondaryImpacts),
});
