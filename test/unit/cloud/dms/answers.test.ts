/** Answers that nobody foresaw: none throws, and none is taken for a booking or a refusal. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf as fortellisAnswer, reasonOf } from '../../../../src-cloud/dms/cdk/answers.ts';
import { customerList, repairOrderList, vehicleList } from '../../../../src-cloud/dms/cdk/payloads.ts';
import { answerOf as openTrackAnswer } from '../../../../src-cloud/dms/opentrack/answers.ts';

const secrets = ['our-secret'];
const answer = (status: number, data: unknown) =>
  fortellisAnswer({ status, data, statusText: '', headers: {}, config: {} as never }, secrets);

test('any JSON under any status is read without an error', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, data) => {
      const { kind } = answer(status, data);
      expect(kind === 'done').toBe(status >= 200 && status < 300);
      if (status >= 500 || status < 200) expect(kind).toBe('unknown');
      for (const list of [customerList, vehicleList, repairOrderList]) expect(() => list.safeParse(data)).not.toThrow();
    }),
  );
});

test('an error says its code and its words, whichever of the shapes it has', () => {
  expect(reasonOf({ errorCode: 'QUOTA-EXCEEDED', message: 'Too many' }, [])).toBe('QUOTA-EXCEEDED: Too many');
  expect(reasonOf({ code: 400, message: 'Bad phone' }, [])).toBe('Bad phone');
  expect(reasonOf({ error: 'invalid_client', error_description: 'No such key' }, [])).toBe(
    'invalid_client: No such key',
  );
  expect(reasonOf({ errors: [{ message: 'One' }, { message: 'Two' }] }, [])).toBe('One: Two');
  expect(reasonOf({ message: 'Key our-secret is old' }, secrets)).toBe('Key … is old');
  for (const none of ['', null, [], '<html>', { code: 400 }]) expect(reasonOf(none, [])).toBe('');
});

test('any text is no answer of OpenTrack', () => {
  const pieces = fc.constantFrom(
    '<Envelope>',
    '<Body>',
    '</Body>',
    '</Envelope>',
    '<a b="',
    '&x;',
    '<![CDATA[',
    '-->',
    '<?',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(pieces, fc.string())).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(200, 400, 500), (body, status) => {
      expect(openTrackAnswer(status, body, 'CustomerAddResponse', secrets)).toEqual({ kind: 'unknown' });
    }),
  );
});

test('a document that goes on and on is no answer', () => {
  const deep = '<a>'.repeat(1000) + '</a>'.repeat(1000);
  const long = `<Envelope><Body>${'x'.repeat(100_000)}</Body></Envelope>`;
  for (const body of [deep, long])
    expect(openTrackAnswer(200, body, 'CustomerAddResponse', secrets)).toEqual({ kind: 'unknown' });
});

const inEnvelope = (inside: string): string =>
  `<s:Envelope xmlns:s="x"><s:Body><ProcessMessageResponse><payload><content>${inside}</content></payload></ProcessMessageResponse></s:Body></s:Envelope>`;

test.each([
  ['101', 'refused'],
  ['202', 'refused'],
  ['314', 'refused'],
  ['RO27', 'refused'],
  ['CS02', 'refused'],
  ['100', 'unknown'],
  ['200', 'unknown'],
  ['300', 'unknown'],
  ['999', 'unknown'],
  ['Timeout', 'unknown'],
  ['', 'unknown'],
])('an error with the code %j is %s', (code, kind) => {
  const body = inEnvelope(`<XResponse><Error><Code>${code}</Code><Message>Said</Message></Error></XResponse>`);
  expect(openTrackAnswer(200, body, 'XResponse', secrets).kind).toBe(kind);
});
