/** A time of November 2026 on the clock of the scripted shop, which stands in Detroit. */
export const shopTime = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour + 5, minute);
