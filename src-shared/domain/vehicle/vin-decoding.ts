// What decoding a VIN answers, whoever decodes it.

/** How much of the VIN was understood. A wrong check digit is a warning: grey imports fail it. */
export type VinWarning = 'check-digit' | 'no-model' | 'no-match' | 'year-unsure';

/** The vehicle read from a VIN; an empty text or 0 is "not known". */
export type VinDecoding = {
  readonly vin: string;
  readonly year: number;
  readonly make: string;
  readonly model: string;
  readonly trim: string;
  readonly body: string;
  readonly engine: string;
  readonly warnings: readonly VinWarning[];
};
