// What people call the parts of a vehicle that a photo may show.

import type { PhotoArea } from './photo.ts';

/** Each part by its name. */
export const photoAreaNames: Readonly<Record<PhotoArea, string>> = {
  front: 'Front',
  'right-front': 'Right front',
  'right-side': 'Right side',
  'right-rear': 'Right rear',
  rear: 'Rear',
  'left-rear': 'Left rear',
  'left-side': 'Left side',
  'left-front': 'Left front',
  roof: 'Roof',
  underbody: 'Underbody',
  interior: 'Interior',
  engine: 'Engine',
  odometer: 'Odometer',
  vin: 'VIN plate',
};

/** The name of a part; one of a later version is called as it is written. */
export const photoAreaName = (area: string): string => photoAreaNames[area as PhotoArea] ?? area;
