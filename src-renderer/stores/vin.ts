// Decoding a VIN on this PC: asks, and changes nothing.

import type { Result } from '../../src-shared/base/result.ts';
import type { VinDecoding } from '../../src-shared/domain/vehicle/vin-decoding.ts';
import { ask } from '../api/bridge.ts';

export const decodeVin = (vin: string): Promise<Result<VinDecoding>> => ask('vehicle.decode', { vin });
