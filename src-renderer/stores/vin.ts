// The vehicle data of this PC: decoding a VIN and the models of a make. It is asked, and changes nothing.

import { create } from 'zustand';
import type { Result } from '../../src-shared/base/result.ts';
import type { VinDecoding } from '../../src-shared/domain/vehicle/vin-decoding.ts';
import { ask } from '../api/bridge.ts';

export const decodeVin = (vin: string): Promise<Result<VinDecoding>> => ask('vehicle.decode', { vin });

const none: readonly string[] = [];
/** The models of each make that was asked for, by the make as it was written. */
const useModelBook = create<{ readonly models: Readonly<Record<string, readonly string[]>> }>()(() => ({ models: {} }));

/** The models of a make; none until they are read, and none where nothing is known of it. */
export const useModels = (make: string): readonly string[] => useModelBook(({ models }) => models[make] ?? none);

/** Reads the models of a make once. */
export async function loadModels(make: string): Promise<void> {
  if (make.trim() === '' || Object.hasOwn(useModelBook.getState().models, make)) return;
  const reply = await ask('vehicle.models', { make });
  if (reply.ok) useModelBook.setState(({ models }) => ({ models: { ...models, [make]: reply.value } }));
}
