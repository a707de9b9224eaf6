import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceIdOf, deviceOfEdit, editIdOf, isDeviceId, isEditId, isUuid, uuidV7 } from '../../src-shared/base/ids.ts';

const random = fc.uint8Array({ minLength: 16, maxLength: 16 });
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('record ids are UUIDs of version 7 that hold their millisecond', () => {
  fc.assert(
    fc.property(instant, random, (now, bytes) => {
      const id = uuidV7(now, bytes);
      expect(isUuid(id)).toBe(true);
      expect(id.charAt(14)).toBe('7');
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    }),
  );
});

test('record ids sort by time', () => {
  fc.assert(
    fc.property(instant, instant, random, random, (a, b, first, second) => {
      fc.pre(a !== b);
      expect(uuidV7(a, first) < uuidV7(b, second)).toBe(a < b);
    }),
  );
});

test('making an id leaves the random bytes alone', () => {
  fc.assert(
    fc.property(instant, random, (now, bytes) => {
      const before = [...bytes];
      uuidV7(now, bytes);
      expect([...bytes]).toEqual(before);
    }),
  );
});

test('an edit id tells its device', () => {
  fc.assert(
    fc.property(random, fc.integer({ min: 1, max: 999_999_999_999_999 }), (bytes, counter) => {
      const device = deviceIdOf(bytes);
      const edit = editIdOf(device, counter);
      expect(isDeviceId(device) && isEditId(edit)).toBe(true);
      expect(deviceOfEdit(edit)).toBe(device);
    }),
  );
});
