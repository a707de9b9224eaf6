// What the VIN decoder and its worker thread say to each other, one question at a time.

import type { VinDecoding } from '../../src-shared/domain/vehicle/vin-decoding.ts';

/** What the worker is started with. */
export type VinWorkerData = {
  /** The packed vehicle data. */
  readonly archivePath: string;
  /** Where the data is unpacked to, once. */
  readonly folder: string;
  /** The SQLite addon; null for the package's own. */
  readonly nativeBinding: string | null;
};

/** A VIN to decode, or a make whose models are wanted. */
export type VinQuestion = { readonly vin: string } | { readonly make: string };

/** `problem` tells the log why; nobody but the log reads it. */
export type VinAnswer =
  | { readonly decoding: VinDecoding }
  | { readonly models: readonly string[] }
  | { readonly problem: string };
