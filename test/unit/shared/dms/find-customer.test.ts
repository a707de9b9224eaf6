import { expect, test } from 'vitest';
import { hasEveryWord, searchTerms } from '../../../../src-shared/domain/dms/find-customer.ts';
import { turpin } from '../../../support/dms/partner-requests.ts';

test('every word must be there, a phone in any spelling', () => {
  for (const typed of ['', 'turpin', 'SHARON harbor', '312-555-0142', '(312) 5550142', 'turpin 0142'])
    expect(hasEveryWord(turpin, typed)).toBe(true);
  for (const typed of ['turpin george', '5550143', '-']) expect(hasEveryWord(turpin, typed)).toBe(typed === '-');
});

test('what was typed is a phone and names', () => {
  expect(searchTerms(' (312) 555-0142  Sharon Turpin ')).toEqual({ phone: '3125550142', names: ['Sharon', 'Turpin'] });
  expect(searchTerms('Smith-Jones -')).toEqual({ phone: '', names: ['Smith-Jones', '-'] });
});
