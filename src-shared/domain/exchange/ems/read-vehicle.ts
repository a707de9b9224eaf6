// The vehicle of an EMS set.

import { type Foreign, noForeign } from '../foreign.ts';
import type { Cells } from './ems-cells.ts';

/** Two digits stand for a year: below 60 it is in this century. */
const fullYear = (text: string): number =>
  /^\d{2}$/.test(text) ? Number(text) + (Number(text) < 60 ? 2000 : 1900) : 0;

/** MMYY as `05/2018`. */
const production = (text: string): string =>
  /^(0[1-9]|1[0-2])\d{2}$/.test(text) ? `${text.slice(0, 2)}/${fullYear(text.slice(2))}` : '';

export const readVehicle = (cells: Cells): Foreign['vehicle'] => ({
  ...noForeign.vehicle,
  vin: cells.text('V_VIN', 25).toUpperCase(),
  year: fullYear(cells.text('V_MODEL_YR')),
  make: cells.text('V_MAKEDESC', 60),
  model: cells.text('V_MODEL', 60),
  trim: cells.text('V_TRIMCODE', 80),
  body: cells.text('V_BSTYLE', 60),
  engine: cells.text('V_ENGINE', 80),
  plate: cells.text('PLATE_NO', 15),
  plateState: cells.text('PLATE_ST', 30),
  miles: /^\d{1,7}$/.test(cells.text('V_MILEAGE')) ? Number(cells.text('V_MILEAGE')) : 0,
  color: cells.text('V_COLOR', 40),
  paintCode: cells.text('PAINT_CD1', 20),
  produced: production(cells.text('V_PROD_DT')),
  condition: cells.text('V_COND', 60),
  impact: cells.text('IMPACT_1', 2),
  impacts: cells.text('IMPACT_2', 30),
  code: cells.text('DB_V_CODE', 20),
  type: cells.text('V_TYPE', 4),
  stages: cells.integer('V_STAGE'),
  tones: cells.integer('V_TONE'),
  options: cells.text('V_OPTIONS', 8000),
  damage: cells.text('DMG_MEMO', 2000),
  memo: cells.text('V_MEMO', 2000),
});
