/** The people of a shop that exports to a simulated dealer, by their roles. */
export const staff = {
  manager: { name: 'Dana Whitlock', email: 'manager@dealer.example.com', password: 'dealer-shop-manager' },
  technician: { name: 'Chris Alder', email: 'technician@dealer.example.com', password: 'dealer-shop-technician' },
} as const;

/** Who signs in, as a PC is told. */
export const signInOf = (role: keyof typeof staff): string => `${staff[role].email}:${staff[role].password}`;
