// When the identity of a vehicle is closed: an insurer has received an estimate of that very vehicle.

import { type Estimate, isLocked } from '../estimate/estimate.ts';
import type { Vehicle } from './vehicle.ts';

/**
 * Whether VIN, year, make and model stay as they are: once a version was locked with a VIN (CCC ONE closes the vehicle
 * with the lock, too). A vehicle without a VIN may still get one; everything else of it stays open.
 */
export const isFrozen = (
  { lock, version }: Pick<Estimate, 'lock' | 'version'>,
  { identity }: Pick<Vehicle, 'identity'>,
): boolean => identity.vin !== '' && (isLocked({ lock }) || version.label.startsWith('S'));
