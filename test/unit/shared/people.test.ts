import { expect, test } from 'vitest';
import { ok } from '../../../src-shared/base/result.ts';
import { parseEmail } from '../../../src-shared/domain/people/email.ts';
import { parsePhone, phoneDigits } from '../../../src-shared/domain/people/phone.ts';
import { parsePostalCode } from '../../../src-shared/domain/people/postal-code.ts';
import { parsePlate } from '../../../src-shared/domain/vehicle/plate.ts';

test.each([
  ['6165550142', '(616) 555-0142'],
  ['616-555-0142', '(616) 555-0142'],
  ['(616) 555.0142', '(616) 555-0142'],
  ['+1 616 555 0142', '(616) 555-0142'],
  ['1-616-555-0142 ext. 12', '(616) 555-0142 x12'],
  ['616 555 0142x7', '(616) 555-0142 x7'],
  ['555-0142', '555-0142'],
  ['+44 20 7946 0958', '+44 20 7946 0958'],
  ['', ''],
])('the phone %s is kept as %s', (text, kept) => {
  expect(parsePhone(text, 'phone')).toEqual(ok(kept));
  expect(parsePhone(kept, 'phone')).toEqual(ok(kept));
});

test.each(['12345', 'call me', '616 555 014', '📞', '٦١٦٥٥٥٠١٤٢', '616-555-0142 or 0143', '+1 44'])(
  'the phone %s is refused',
  (text) => {
    expect(parsePhone(text, 'phone')).toMatchObject({ failure: { field: 'phone', issue: 'bad-format' } });
  },
);

test('30 kB pasted into a phone field are refused at once as too long', () => {
  expect(parsePhone('5'.repeat(30_000), 'phone')).toMatchObject({ failure: { issue: 'too-long', limit: 30 } });
});

test('a phone is searched by its digits without country code and extension', () => {
  expect(phoneDigits('(616) 555-0142 x12')).toBe('6165550142');
  expect(phoneDigits('+1 616 555 0142')).toBe('6165550142');
});

test.each(['sam@example.com', 'sam.o+shop@mail.example.com', 'zoë@bücher.example'])(
  'the e-mail %s is taken',
  (text) => {
    expect(parseEmail(` ${text} `, 'email')).toEqual(ok(text));
  },
);

test.each(['sam', 'sam@', '@example.com', 'a@b', 'a@example.com, b@example.com', 'a b@example.com', 'a@example..com'])(
  'the e-mail %s is refused',
  (text) => {
    expect(parseEmail(text, 'email')).toMatchObject({ failure: { field: 'email', issue: 'bad-format' } });
  },
);

test.each([
  ['49503', '49503'],
  ['495031234', '49503-1234'],
  ['m5v2t6', 'M5V 2T6'],
  ['SW1A 1AA', 'SW1A 1AA'],
  ['', ''],
])('the postal code %s is kept as %s', (text, kept) => {
  expect(parsePostalCode(text, 'zip')).toEqual(ok(kept));
});

test.each(['49', '495031', 'ABC', '☃☃☃', '49503-1'])('the postal code %s is refused', (text) => {
  expect(parsePostalCode(text, 'zip')).toMatchObject({ ok: false, failure: { field: 'zip' } });
});

test('plates are kept in capitals and bear letters of any script', () => {
  expect(parsePlate(' abc  1234 ', 'plate')).toEqual(ok('ABC 1234'));
  expect(parsePlate('äö-7', 'plate')).toEqual(ok('ÄÖ-7'));
  expect(parsePlate('🚗', 'plate')).toMatchObject({ failure: { issue: 'bad-format' } });
  expect(parsePlate('A'.repeat(16), 'plate')).toMatchObject({ failure: { issue: 'too-long', limit: 15 } });
});
