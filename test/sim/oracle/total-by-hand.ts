/** The grand total of an estimate a second time, in big integers and nothing of the program's own. */

type Fields = Readonly<Record<string, number | boolean | string | null>>;
type Groups = Readonly<Record<string, Fields>>;
export type Priced = {
  readonly lines: readonly Groups[];
  readonly rates: Groups;
  readonly estimate: Groups;
  readonly insurance: Groups;
};

const whole = (value: Fields[string] | undefined): bigint => BigInt(Number(value ?? 0));
/** Half away from zero. */
const divided = (a: bigint, b: bigint): bigint => (a < 0n ? -((-a * 2n + b) / (2n * b)) : (a * 2n + b) / (2n * b));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
const taxedIf = (condition: Fields[string] | undefined, amount: bigint): bigint => (condition === true ? amount : 0n);

export function grandTotalByHand({ lines: all, rates, estimate }: Priced): bigint {
  const lines = all.filter(({ work }) => work?.operation !== 'heading');
  const parts = lines.filter(({ part }) => part?.included !== true);
  const extended = ({ part }: Groups) => whole(part?.priceCents) * whole(part?.quantity);
  const misc = (those: readonly Groups[]) => sum(those.map((line) => whole(line.misc?.amountCents)));
  const labor = laborOf(lines, rates);
  const supplies = suppliesOf(lines, rates);
  const charges = sum(['towingCents', 'storageCents', 'otherCents'].map((name) => whole(estimate.charges?.[name])));
  const subtotal = sum(parts.map(extended)) + misc(lines) + labor + supplies + charges;
  const { tax, discount } = rates;
  const taxed =
    taxedIf(tax?.parts, sum(parts.filter(({ part }) => part?.taxed === true).map(extended))) +
    taxedIf(tax?.misc, misc(lines.filter((line) => line.misc?.taxed === true))) +
    taxedIf(tax?.labor, labor) +
    taxedIf(tax?.supplies, supplies) +
    taxedIf(tax?.charges, charges);
  const off = (amount: bigint) => divided(amount * whole(discount?.rate), 1_000_000n);
  return subtotal - off(subtotal) + divided((taxed - off(taxed)) * whole(tax?.rate), 1_000_000n);
}

const billed = (lines: readonly Groups[], group: 'labor' | 'refinish'): readonly Groups[] =>
  lines.filter((line) => line[group]?.included !== true);
const timeOf = (lines: readonly Groups[], group: 'labor' | 'refinish'): bigint =>
  sum(billed(lines, group).map((line) => whole(line[group]?.tenths)));
const ofType = (lines: readonly Groups[], type: string) => lines.filter(({ labor }) => labor?.type === type);

function laborOf(lines: readonly Groups[], rates: Groups): bigint {
  return sum(
    Object.entries(rates.labor ?? {}).map(([type, perHour]) => {
      const painted = type === 'refinish' ? timeOf(lines, 'refinish') : 0n;
      return divided((timeOf(ofType(lines, type), 'labor') + painted) * whole(perHour), 10n);
    }),
  );
}

function suppliesOf(lines: readonly Groups[], { supplies }: Groups): bigint {
  const painting = timeOf(lines, 'refinish') + timeOf(ofType(lines, 'refinish'), 'labor');
  const paint = divided(painting * whole(supplies?.paintPerHourCents), 10n);
  const cap = supplies?.paintCapCents ?? null;
  const others = lines.filter(({ labor, work }) => labor?.type !== 'refinish' && work?.operation !== 'sublet');
  const body = divided(timeOf(others, 'labor') * whole(supplies?.bodyPerHourCents), 10n);
  return (cap !== null && paint > whole(cap) ? whole(cap) : paint) + body;
}
