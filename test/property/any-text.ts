/** Text of any script and sign, half signs and control characters included. */
import fc from 'fast-check';

export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 127 })))
  .map((points) => String.fromCodePoint(...points));
