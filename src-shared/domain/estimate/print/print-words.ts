// Figures and instants as a print shows them.

import type { Tenths } from '../../../base/hours.ts';
import { printHours } from '../../../base/hours.ts';
import type { Cents, Rate } from '../../../base/money.ts';

/** `1,234.50`; negative with a minus, as the columns of a print have it. */
export function moneyText(amount: Cents): string {
  const size = Math.abs(amount);
  const whole = String(Math.floor(size / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${String(size % 100).padStart(2, '0')}`;
}

/** `6.0000 %`. */
export const rateText = (rate: Rate): string => `${(rate / 10_000).toFixed(4)} %`;

/** `62.2 hrs`. */
export const hoursText = (time: Tenths): string => `${printHours(time)} hrs`;

/** `@ $90.00 /hr`. */
export const perHourText = (amount: Cents): string => `@ $${moneyText(amount)} /hr`;

/** `11/22/2026 10:42 AM` in the shop's time zone. */
export const instantText = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
    .format(instant)
    .replace(', ', ' ')
    .replaceAll(/\s+/g, ' ');

/** `11/22/2026` in the shop's time zone. */
export const dayText = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, month: 'numeric', day: 'numeric', year: 'numeric' }).format(instant);
