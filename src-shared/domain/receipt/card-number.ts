// Numbers of payment cards, which nobody may keep in a workfile.

// Groups of a card stand apart by blanks or dashes.
const runs = /\d(?:[ -]?\d)+/g;
const shortest = 13;
const longest = 19;

/** How cards print their groups. What stands beside them, an expiry date or a security code, is not of this shape. */
const printed = /^(?:\d+|4,4,4,[1-4]|4,4,4,4,[1-3]|4,6,[45]|8,8)$/;

/** Whether a text holds the number of a payment card: 13 to 19 digits whose check digit is right (ISO/IEC 7812, Luhn). */
export const holdsCardNumber = (text: string): boolean =>
  (text.match(runs) ?? []).some((run) => isCardNumber(run.replaceAll(/[ -]/g, '')) || holdsCard(run.split(/[ -]/)));

/** Some groups of a run, from one to another, may be a card. */
const holdsCard = (groups: readonly string[]): boolean =>
  groups.some((_first, from) =>
    groups.slice(from).some((_last, more) => {
      const some = groups.slice(from, from + more + 1);
      return printed.test(some.map(({ length }) => length).join()) && isCardNumber(some.join(''));
    }),
  );

function isCardNumber(digits: string): boolean {
  if (digits.length < shortest || digits.length > longest || /^0+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => total + weighed(Number(digit), place), 0);
  return sum % 10 === 0;
}

const weighed = (digit: number, place: number): number => {
  if (place % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
};
