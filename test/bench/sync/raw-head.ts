/** What the list and the search need of a workfile, as the raw limit keeps it. */
import type { Document } from './workload.ts';

export type Head = readonly [
  id: string,
  label: string,
  stage: string,
  owner: string,
  vehicle: string,
  vin: string,
  plate: string,
  insurer: string,
  claim: string,
  estimator: string,
  phones: string,
  totalCents: number,
  changedAt: number,
];

export function headOf({ id, ro, stage, owner, vehicle, insurer, estimator, lines, openedAt }: Document): Head {
  const { year, make, model, vin } = vehicle.identity;
  return [
    id,
    ro === '' ? id.slice(0, 8) : ro,
    stage,
    `${owner.name.last}, ${owner.name.first}`,
    `${year} ${make} ${model}`,
    vin,
    vehicle.plate.number,
    insurer.company.name,
    insurer.claim.number,
    estimator,
    owner.cell.number.replaceAll(/\D/g, ''),
    lines.reduce((sum, { part, misc }) => sum + (part?.priceCents ?? 0) + (misc ?? 0), 0),
    openedAt,
  ];
}

export const wordsOf = ([, label, , owner, vehicle, vin, plate, insurer, claim, , phones]: Head): string =>
  [label, owner, vin, plate, claim, insurer, vehicle, phones].filter((text) => text !== '').join('\n');
