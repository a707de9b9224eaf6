// Vehicles of the demo shop: real makes and models with made-up serial numbers and right check digits.

import type { Vehicle } from '../domain/vehicle/vehicle.ts';
import { withCheckDigit } from '../domain/vehicle/vin.ts';
import type { Chance } from './chance.ts';

/** A model as its VIN begins: makers' signs 1-8 and the plant's sign, with the years in which they were used so. */
export type DemoModel = {
  readonly start: string;
  readonly plant: string;
  readonly make: string;
  readonly model: string;
  readonly years: readonly [first: number, last: number];
};

const yearCodes = 'ABCDEFGHJKLMNPRSTVWXY123456789';

/** The models that drive into the demo shop. */
export const demoModels: readonly [DemoModel, ...DemoModel[]] = [
  { start: '1HGCM826', plant: 'A', make: 'Honda', model: 'Accord', years: [2003, 2005] },
  { start: '1HGCV1F3', plant: 'A', make: 'Honda', model: 'Accord', years: [2018, 2021] },
  { start: '2T1BURHE', plant: 'C', make: 'Toyota', model: 'Corolla', years: [2014, 2018] },
  { start: '4T1B11HK', plant: 'U', make: 'Toyota', model: 'Camry', years: [2018, 2019] },
  { start: '5YJ3E1EA', plant: 'F', make: 'Tesla', model: 'Model 3', years: [2018, 2023] },
  { start: '1FTFW1E5', plant: 'F', make: 'Ford', model: 'F-150', years: [2015, 2020] },
  { start: '58ADZ1B1', plant: 'U', make: 'Lexus', model: 'ES', years: [2019, 2021] },
  { start: '1G1ZD5ST', plant: 'F', make: 'Chevrolet', model: 'Malibu', years: [2018, 2023] },
  { start: '3N1AB8CV', plant: 'Y', make: 'Nissan', model: 'Sentra', years: [2020, 2023] },
  { start: '5N1AT3BA', plant: 'C', make: 'Nissan', model: 'Rogue', years: [2021, 2021] },
  { start: '1C6SRFFT', plant: 'N', make: 'Ram', model: '1500', years: [2019, 2023] },
  { start: '5TDGZRBH', plant: 'S', make: 'Toyota', model: 'Highlander', years: [2020, 2022] },
  { start: '2T3P1RFV', plant: 'C', make: 'Toyota', model: 'RAV4', years: [2019, 2023] },
  { start: '3GNAXUEV', plant: 'L', make: 'Chevrolet', model: 'Equinox', years: [2018, 2022] },
  { start: 'JF2SKAGC', plant: 'H', make: 'Subaru', model: 'Forester', years: [2019, 2023] },
  { start: '1FMCU9G6', plant: 'U', make: 'Ford', model: 'Escape', years: [2020, 2022] },
  { start: '1C4RJFBG', plant: 'C', make: 'Jeep', model: 'Grand Cherokee', years: [2014, 2021] },
  { start: '3VWC57BU', plant: 'M', make: 'Volkswagen', model: 'Jetta', years: [2019, 2021] },
  { start: 'JM3KFBCM', plant: '0', make: 'Mazda', model: 'CX-5', years: [2019, 2021] },
  { start: '5XYRL4LC', plant: 'G', make: 'Kia', model: 'Sorento', years: [2021, 2023] },
];

const colors = ['White', 'Black', 'Silver', 'Gray', 'Blue', 'Red', 'Green', 'Bronze'] as const;
const states = ['MI', 'MI', 'MI', 'IN', 'OH'] as const;
const letters = 'ABCDEFGHJKLMNPRSTVWXYZ';

/** The VIN of a model, year and serial number, with its right check digit. */
export const demoVin = (model: DemoModel, year: number, serial: number): string =>
  withCheckDigit(
    `${model.start}0${yearCodes[(year - 1980) % 30]}${model.plant}${String(serial % 1_000_000).padStart(6, '0')}`,
  );

/** The groups of an invented vehicle but its parent. */
export type DemoVehicle = Omit<Vehicle, 'id' | 'deleted' | 'parent'>;

/** An invented vehicle. */
export function demoVehicle(chance: Chance): DemoVehicle {
  const model = chance.pick(demoModels);
  const [first, last] = model.years;
  const year = first + chance.below(last - first + 1);
  const vin = demoVin(model, year, 100_000 + chance.below(800_000));
  const miles = 1_200 + chance.below(140_000);
  const color = chance.pick(colors);
  return {
    identity: { vin, year, make: model.make, model: model.model, trim: '', body: '', engine: '', source: 'vin' },
    plate: { number: plate(chance), state: chance.pick(states) },
    mileageIn: { miles },
    mileageOut: { miles: 0 },
    paint: { color, code: `${letters[chance.below(letters.length)]}${10 + chance.below(89)}` },
    production: { month: `${String(1 + chance.below(12)).padStart(2, '0')}/${year - chance.below(2)}` },
    condition: {
      text: chance.pick(['Good', 'Good', 'Fair', 'Excellent', '']),
      priorDamage: chance.percent(20) ? 'Scratches on the rear bumper' : '',
    },
  };
}

function plate(chance: Chance): string {
  const three = Array.from({ length: 3 }, () => letters[chance.below(letters.length)]).join('');
  return `${three} ${1000 + chance.below(9000)}`;
}
