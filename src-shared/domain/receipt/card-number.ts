// Numbers of payment cards, which nobody may keep in a workfile.

// Groups of a card stand apart by blanks or dashes.
const runs = /\d(?:[ -]?\d)+/g;
const shortest = 13;
const longest = 19;

/** Whether a text holds the number of a payment card: 13 to 19 digits whose check digit is right (ISO/IEC 7812, Luhn). */
export const holdsCardNumber = (text: string): boolean =>
  (text.match(runs) ?? []).some((run) => isCardNumber(run.replaceAll(/[ -]/g, '')));

function isCardNumber(digits: string): boolean {
  if (digits.length < shortest || digits.length > longest || /^0+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => total + weighed(Number(digit), place), 0);
  return sum % 10 === 0;
}

const weighed = (digit: number, place: number): number => {
  if (place % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
};
