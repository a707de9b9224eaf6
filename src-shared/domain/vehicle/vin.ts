// Vehicle identification numbers by 49 CFR 565: characters, check digit and model year, without any database.

const length = 17;
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
// A letter counts the last digit of its place here (49 CFR 565.15, table III); I, O and Q do not occur.
const letterPlaces = '.ABCDEFGH..JKLMN.P.R..STUVWXYZ';
const yearCodes = 'ABCDEFGHJKLMNPRSTVWXY123456789';
const firstYear = 1980;
/** How many wrong characters a message names. */
const maxNamed = 8;

/** What is wrong with a typed VIN. A wrong check digit is a warning: vehicles built for other markets have none. */
export type VinProblem =
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'characters'; readonly characters: readonly string[] }
  | { readonly kind: 'check-digit'; readonly expected: string; readonly actual: string };

/** A VIN as it is stored, and everything wrong with it; only length and characters make it impossible. */
export type CheckedVin = { readonly vin: string; readonly problems: readonly VinProblem[]; readonly possible: boolean };

/**
 * A typed, pasted or scanned VIN in capitals, without the spaces and dashes people write into it, the word before it, and
 * the signs that a scanner puts in front: the I of a bar code on imported vehicles, or the symbology (`]C0`).
 */
export function cleanVin(text: string): string {
  const bare = text
    .toUpperCase()
    .replaceAll(/[\s\-·.*]/g, '')
    .replace(/^\][A-Z]\d/, '')
    .replace(/^VIN[:#]?/, '');
  return bare.length === length + 1 && bare.startsWith('I') ? bare.slice(1) : bare;
}

/** Checks a typed VIN; an empty one has length 0. */
export function checkVin(text: string): CheckedVin {
  const vin = cleanVin(text);
  const problems: VinProblem[] = [];
  const characters = [...new Set(vin)].filter((sign) => signValue(sign) === undefined).slice(0, maxNamed);
  if (characters.length > 0) problems.push({ kind: 'characters', characters });
  const signs = [...vin].length;
  if (signs !== length) problems.push({ kind: 'length', length: signs });
  if (problems.length > 0) return { vin, problems, possible: false };
  const expected = checkDigitOf(vin);
  const actual = vin.charAt(8);
  if (expected !== actual) problems.push({ kind: 'check-digit', expected, actual });
  return { vin, problems, possible: true };
}

/** The check digit that a VIN of seventeen right characters must have at its ninth place. */
export function checkDigitOf(vin: string): string {
  const sum = weights.reduce<number>((total, weight, i) => total + weight * (signValue(vin.charAt(i)) ?? 0), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}

/** The same VIN with its right check digit. */
export const withCheckDigit = (vin: string): string => vin.slice(0, 8) + checkDigitOf(vin) + vin.slice(9);

/** The model years that the tenth character may mean: thirty years apart, the older first; none for I, O, Q, U, Z, 0. */
export function modelYears(vin: string): readonly [older: number, newer: number] | null {
  const index = yearCodes.indexOf(vin.charAt(9));
  return vin.length !== length || index < 0 ? null : [firstYear + index, firstYear + 30 + index];
}

/**
 * The model year of a car or light truck: the seventh character is a letter in the cycle from 2010 and a digit before
 * (49 CFR 565.15 b). Heavy trucks, buses, trailers and motorcycles do not follow this.
 */
export function lightModelYear(vin: string): number | null {
  const years = modelYears(vin);
  if (years === null) return null;
  return /[A-Z]/.test(vin.charAt(6)) ? years[1] : years[0];
}

function signValue(sign: string): number | undefined {
  if (/^[0-9]$/.test(sign)) return Number(sign);
  return /^[A-HJ-NPR-Z]$/.test(sign) ? letterPlaces.indexOf(sign) % 10 : undefined;
}
