// What a field expects that reads a certain form of text.

export const formWords = {
  phone: 'Not a phone number. Type (616) 555-0142 or +44 20 5550 0142.',
  email: 'Not one e-mail address. Type name@place.example.',
  postalCode: 'Not a ZIP or postal code.',
  plate: 'Plates have letters, digits, spaces and dashes only.',
} as const;
