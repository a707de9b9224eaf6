// Finding a dealer's customer by what a person typed: words of a name, a company, an address, or a phone in any spelling.

import type { PartnerCustomer } from './partner.ts';

const phoneWord = /^[\d()+.-]+$/;
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Whether a customer has every word that was typed. */
export function hasEveryWord(customer: Omit<PartnerCustomer, 'customerId'>, typed: string): boolean {
  const { last, first, company, phone, address } = customer;
  const said = [last, first, company, phone, address].join(' ').toLowerCase();
  const digits = [phone, address].map(digitsOf).join(' ');
  return wordsOf(typed.toLowerCase()).every(
    (word) => said.includes(word) || (phoneWord.test(word) && digits.includes(digitsOf(word))),
  );
}

/** What was typed, as partners ask for it: the digits of a phone, and the other words. */
export function searchTerms(typed: string): { readonly phone: string; readonly names: readonly string[] } {
  const words = wordsOf(typed);
  const isPhone = (word: string): boolean => phoneWord.test(word) && digitsOf(word) !== '';
  return { phone: words.filter(isPhone).map(digitsOf).join(''), names: words.filter((word) => !isPhone(word)) };
}
