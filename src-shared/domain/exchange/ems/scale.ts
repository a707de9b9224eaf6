// Percentages in EMS: some programs write 25.0000 for 25 %, others the fraction 0.2500.

/** How a program writes a kind of percentage. */
export type Scale = 'percent' | 'fraction';

/** CCC writes markups and discounts of parts as fractions (a real export: 0.25 is 25 %). */
export const markupScale = (system: string): Scale => (system === 'C' ? 'fraction' : 'percent');

/** Taxes come both ways: a file none of whose rates reaches one percent holds fractions, unless we wrote it. */
export const taxScale = (rates: readonly number[], system: string): Scale =>
  system !== 'O' && rates.some((rate) => rate !== 0) && rates.every((rate) => rate < 10_000) ? 'fraction' : 'percent';

/** A number of four decimals as our rate, 1/10000 of a percent. */
export const percentOf = (fourth: number, scale: Scale): number => (scale === 'fraction' ? fourth * 100 : fourth);

/** Our rate as a number of four decimals. */
export const fourthOf = (rate: number, scale: Scale): number => (scale === 'fraction' ? Math.round(rate / 100) : rate);
