// The roles of a shop's people.

/** Roles from the narrowest to the widest. */
export const roles = ['technician', 'office', 'estimator', 'manager', 'administrator'] as const;
export type Role = (typeof roles)[number];
