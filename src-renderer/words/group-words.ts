// What people call each kind of record and each group of its fields.

import type { GroupOf, RecordKind } from '../../src-shared/sync/records.ts';

export const kindWords: Readonly<Record<RecordKind, string>> = {
  workfile: 'Workfile',
  contact: 'Contacts',
  vehicle: 'Vehicle',
  insurance: 'Insurance',
  rates: 'Rates',
  estimate: 'Estimate',
  line: 'Estimate line',
  photo: 'Photo',
  conflict: 'Conflict',
};

export const groupWords: { readonly [K in RecordKind]: Readonly<Record<GroupOf<K>, string>> } = {
  workfile: {
    opened: 'Opened',
    stage: 'Status',
    number: 'RO number',
    tracking: 'Estimator',
    saved: 'Revision',
  },
  contact: {
    parent: 'Workfile',
    name: 'Name',
    cell: 'Cell phone',
    home: 'Home phone',
    business: 'Business phone',
    email: 'Email',
    address: 'Address',
    preference: 'Comm. preference',
  },
  vehicle: {
    parent: 'Workfile',
    identity: 'VIN and model',
    plate: 'Plate',
    mileageIn: 'Mileage in',
    mileageOut: 'Mileage out',
    paint: 'Color and paint code',
    production: 'Production date',
    condition: 'Condition',
  },
  insurance: {
    parent: 'Workfile',
    payer: 'Payer',
    company: 'Insurance company',
    claim: 'Claim',
    deductible: 'Deductible',
  },
  rates: {
    parent: 'Workfile',
    labor: 'Labor rates',
    supplies: 'Supplies',
    tax: 'Sales tax',
    discount: 'Discount',
  },
  estimate: {
    parent: 'Workfile',
    version: 'Version',
    lock: 'Lock',
    charges: 'Other charges',
  },
  line: {
    parent: 'Estimate',
    place: 'Place',
    work: 'Operation',
    text: 'Description',
    note: 'Note',
    part: 'Part',
    labor: 'Labor',
    refinish: 'Paint',
    misc: 'Misc',
    marks: 'Marks',
  },
  photo: {
    parent: 'Workfile',
    content: 'File',
    taken: 'Taken',
    caption: 'Caption',
    place: 'Place',
  },
  conflict: {
    parent: 'Workfile',
    about: 'Field',
    before: 'Before',
    standing: 'First value',
    late: 'Later value',
    choice: 'Choice',
  },
};
