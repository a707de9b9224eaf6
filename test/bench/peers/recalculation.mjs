/** A plain estimate reckoned by decimal.js line by line, and by a spreadsheet of HyperFormula after one edit. */
import { Decimal } from 'decimal.js';
import { HyperFormula } from 'hyperformula';

const dollars = (cents) => (cents / 100).toFixed(2);
const hours = (tenths) => (tenths / 10).toFixed(1);

/** The plain loop by decimals, as amounts are typed; they are made decimals beforehand. */
export function decimalLoop({ lines, perHour, supplies, tax, discountRate, charges }) {
  const amount = (cents) => new Decimal(dollars(cents));
  const typed = lines.map((line) => ({
    ...line,
    quantity: new Decimal(line.quantity),
    price: amount(line.priceCents),
    markup: new Decimal(line.markup).div(1_000_000),
    labor: new Decimal(hours(line.laborTenths)),
    paint: new Decimal(hours(line.paintTenths)),
    misc: amount(line.miscCents),
  }));
  const rates = new Map(Object.entries(perHour).map(([type, cents]) => [type, amount(cents)]));
  const perPaintHour = amount(supplies.paintPerHourCents);
  const perBodyHour = amount(supplies.bodyPerHourCents);
  const cap = supplies.paintCapCents === null ? new Decimal(Infinity) : amount(supplies.paintCapCents);
  const charged = amount(charges);
  const [taxed, taken] = [tax.rate, discountRate].map((rate) => new Decimal(rate).div(1_000_000));
  const zero = new Decimal(0);
  const less = (sum) => sum.minus(sum.times(taken).toDecimalPlaces(2));
  return () => {
    let [parts, partsUntaxed, misc, miscUntaxed, paint, body] = [zero, zero, zero, zero, zero, zero];
    const times = new Map();
    for (const line of typed) {
      if (!line.counts) continue;
      if (!line.partIncluded) {
        const price = line.quantity.times(line.price).times(line.markup).toDecimalPlaces(2);
        parts = parts.plus(price);
        if (!line.partTaxed) partsUntaxed = partsUntaxed.plus(price);
      }
      misc = misc.plus(line.misc);
      if (!line.miscTaxed) miscUntaxed = miscUntaxed.plus(line.misc);
      if (!line.paintIncluded) paint = paint.plus(line.paint);
      if (line.laborIncluded) continue;
      times.set(line.laborType, (times.get(line.laborType) ?? zero).plus(line.labor));
      if (!line.isSublet && line.laborType !== 'refinish') body = body.plus(line.labor);
    }
    paint = paint.plus(times.get('refinish') ?? zero);
    times.set('refinish', paint);
    let labor = zero;
    for (const [type, billed] of times) labor = labor.plus(billed.times(rates.get(type) ?? zero).toDecimalPlaces(2));
    const supplied = Decimal.min(paint.times(perPaintHour).toDecimalPlaces(2), cap).plus(
      body.times(perBodyHour).toDecimalPlaces(2),
    );
    const subtotal = parts.plus(misc).plus(labor).plus(supplied).plus(charged);
    const kinds = [
      [tax.parts, parts.minus(partsUntaxed)],
      [tax.misc, misc.minus(miscUntaxed)],
      [tax.labor, labor],
      [tax.supplies, supplied],
      [tax.charges, charged],
    ];
    const taxable = kinds.reduce((sum, [isTaxed, one]) => (isTaxed ? sum.plus(one) : sum), zero);
    return less(subtotal).plus(less(taxable).times(taxed).toDecimalPlaces(2)).times(100).toNumber();
  };
}

/** A sheet of the same lines; each call gives one line after the other another labour type and reads the total. */
export function sheetEdit({ lines, perHour, supplies, tax }) {
  const types = Object.keys(perHour);
  const last = lines.length;
  const rows = lines.map((line, i) => [
    line.quantity,
    line.priceCents / 100,
    line.laborType,
    line.laborTenths / 10,
    line.paintTenths / 10,
    line.miscCents / 100,
    `=ROUND(A${i + 1}*B${i + 1}*${line.markup / 1_000_000},2)`,
  ]);
  const labor = types.map((type, i) => {
    const row = last + 1 + i;
    const hoursOfType = `SUMIF($C$1:$C$${last},A${row},$D$1:$D$${last})`;
    const paintHours = type === 'refinish' ? `+SUM(E1:E${last})` : '';
    return [type, perHour[type] / 100, `=ROUND((${hoursOfType}${paintHours})*B${row},2)`];
  });
  const end = last + types.length;
  const material = `ROUND(SUM(E1:E${last})*${supplies.paintPerHourCents / 100},2)`;
  const sums = [
    [`=SUM(G1:G${last})+SUM(F1:F${last})+SUM(C${last + 1}:C${end})+${material}`],
    [`=A${end + 1}+ROUND(A${end + 1}*${tax.rate / 1_000_000},2)`],
  ];
  const engine = HyperFormula.buildFromArray([...rows, ...labor, ...sums], { licenseKey: 'gpl-v3' });
  let edits = 0;
  return () => {
    const row = edits % last;
    const type = types[(types.indexOf(lines[row].laborType) + 1 + Math.floor(edits / last)) % types.length];
    edits += 1;
    engine.setCellContents({ sheet: 0, row, col: 2 }, type);
    return engine.getCellValue({ sheet: 0, row: end + 1, col: 0 });
  };
}
