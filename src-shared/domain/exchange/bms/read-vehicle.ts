// The vehicle of a BMS document.

import { type Foreign, noForeign } from '../foreign.ts';
import type { BmsReader } from './read-bms.ts';
import { childAt, childrenOf } from './xml-element.ts';

export function readBmsVehicle({ root, values }: BmsReader): Foreign['vehicle'] {
  const vehicle = childAt(root, 'VehicleInfo');
  const facts = childAt(root, 'ClaimInfo/LossInfo/Facts');
  const described = childAt(vehicle, 'VehicleDesc');
  const [year, month] = values.text(described, 'ProductionDate').split('-');
  const modelYear = values.text(described, 'ModelYear');
  const miles = values.text(described, 'OdometerInfo/OdometerReading');
  const options = childrenOf(childAt(described, 'VehicleOptions'), 'Option');
  return {
    ...noForeign.vehicle,
    vin: values.text(vehicle, 'VINInfo/VIN/VINNum', 25).toUpperCase(),
    year: /^\d{4}$/.test(modelYear) && Number(modelYear) < 2200 ? Number(modelYear) : 0,
    make: values.oneLine(described, 'MakeDesc', 60),
    model: values.oneLine(described, 'ModelName', 60),
    trim: values.oneLine(described, 'SubModelDesc', 80),
    body: values.oneLine(vehicle, 'Body/BodyStyle', 60),
    engine: values.oneLine(vehicle, 'Powertrain/EngineDesc', 80),
    plate: values.text(vehicle, 'License/LicensePlateNum', 15),
    plateState: values.text(vehicle, 'License/LicensePlateStateProvince', 30),
    miles: /^\d{1,7}$/.test(miles) ? Number(miles) : 0,
    // DK: the odometer counts kilometres.
    kilometres: values.text(described, 'OdometerInfo/OdometerReadingMeasure') === 'DK',
    color: values.oneLine(vehicle, 'Paint/Exterior/Color/ColorName', 40),
    paintCode: values.text(vehicle, 'Paint/Exterior/Color/OEMColorCode', 20),
    produced: /^\d{4}$/.test(year ?? '') && /^\d\d$/.test(month ?? '') ? `${month}/${year}` : '',
    condition: values.oneLine(vehicle, 'Condition/ConditionCode', 60),
    priorDamage: values.oneLine(vehicle, 'Condition/PriorDamageMemo', 500),
    impact: values.text(facts, 'PrimaryPOI/POICode', 2),
    impacts: childrenOf(facts, 'SecondaryPOI')
      .map((one) => values.text(one, 'POICode', 2))
      .join(' ')
      .slice(0, 30)
      .trim(),
    code: values.text(described, 'DatabaseCode', 20),
    type: values.text(described, 'VehicleType', 4),
    stages: values.integer(vehicle, 'Paint/PaintStagesNum'),
    options: options
      .map((one) =>
        [values.text(one, 'OptionCode', 12), values.oneLine(one, 'OptionDesc', 100)].filter(Boolean).join(' '),
      )
      .join('\n')
      .slice(0, 8000),
    damage: values.text(facts, 'DamageMemo', 2000),
    memo: values.text(described, 'VehicleDescMemo', 2000),
  };
}
