// Who may do what: permissions as plain sentences, what each role holds, and what each edit needs.

import { isDmsId } from '../dms/dms-id.ts';
import { profileGroups } from '../estimate/profile/rate-differences.ts';
import { planGroups } from '../plan/milestone.ts';
import type { Role } from './role.ts';

/** What people may be allowed to do, in words for them. */
export const permissions = {
  'see-workfiles': 'See workfiles',
  'create-workfiles': 'Create workfiles and save them',
  'edit-contacts': 'Edit contacts',
  'edit-vehicle': 'Edit the vehicle',
  'edit-insurance': 'Edit the insurance',
  'edit-estimate': 'Edit the estimate and its lines',
  'edit-rates': 'Edit rates, tax and discount',
  'edit-profiles': 'Edit the rates, rules and taxes of the profiles',
  'edit-library': 'Edit part codes, canned operations and templates',
  'edit-employees': 'Edit the employees of the shop',
  'edit-insurers': 'Edit the insurance companies of the shop',
  'edit-customers': 'Edit the customers of the shop',
  'edit-photos': 'Add photos and documents, word them and remove them',
  'write-notes': 'Write notes',
  'take-receipts': 'Take money and write receipts',
  'void-receipts': 'Void, reverse and adjust receipts',
  'edit-plan': 'Edit events, the repair plan, tasks and appointments',
  'lock-estimates': 'Lock estimates',
  'convert-to-ro': 'Convert workfiles to repair orders',
  'move-workfiles': 'Close, cancel and reopen workfiles',
  'bin-workfiles': 'Put workfiles into the bin and restore them',
  'use-dms': 'See DMS Activity, set DMS IDs and export',
  'check-exports': 'Decide about exports whose outcome is unknown',
  'configure-dms': 'Set up the DMS connection',
  'restore-backups': 'Restore backups, and choose where they are copied to',
} as const;

export type Permission = keyof typeof permissions;

const front = [
  'see-workfiles',
  'create-workfiles',
  'edit-contacts',
  'edit-vehicle',
  'edit-insurance',
  'edit-insurers',
  'edit-customers',
  'edit-photos',
  'write-notes',
  'take-receipts',
  'edit-plan',
  'convert-to-ro',
  'move-workfiles',
  'bin-workfiles',
  'use-dms',
  'restore-backups',
] as const;
const writing = [...front, 'edit-estimate', 'edit-rates', 'edit-library', 'lock-estimates'] as const;

const leading = ['edit-profiles', 'edit-employees', 'void-receipts', 'check-exports'] as const;
const ruling = [...writing, ...leading, 'configure-dms'] as const;

const held: Readonly<Record<Role, readonly Permission[]>> = {
  technician: ['see-workfiles'],
  office: [...front, ...leading],
  estimator: writing,
  manager: ruling,
  administrator: ruling,
};

/** Whether a role holds a permission; what nobody may do (null) is refused to everyone. */
export const can = (role: Role, permission: Permission | null): boolean =>
  permission !== null && held[role].includes(permission);

/** Records that every workfile has exactly one of: made with it, never deleted alone. */
export const singles: readonly string[] = ['workfile', 'vehicle', 'insurance', 'rates', 'estimate'];

const editing: ReadonlyMap<string, Permission> = new Map([
  ['workfile', 'create-workfiles'],
  ['contact', 'edit-contacts'],
  ['vehicle', 'edit-vehicle'],
  ['insurance', 'edit-insurance'],
  ['rates', 'edit-rates'],
  ['estimate', 'edit-estimate'],
  ['line', 'edit-estimate'],
  ['photo', 'edit-photos'],
  ['document', 'edit-photos'],
  ['note', 'write-notes'],
  ['receipt', 'take-receipts'],
  ['receipt-void', 'void-receipts'],
  ['event', 'edit-plan'],
  ['task', 'edit-plan'],
  ['appointment', 'edit-plan'],
  ['profile', 'edit-profiles'],
  ['canned', 'edit-library'],
  ['part-code', 'edit-library'],
  ['employee', 'edit-employees'],
  ['insurer', 'edit-insurers'],
  ['customer', 'edit-customers'],
  ['dms-event', 'use-dms'],
]);

/** Money is taken back by a record of its own, and what happened or was told the dealer stays told: none is ever deleted. */
const lasting: readonly string[] = ['receipt', 'receipt-void', 'event', 'dms-event', 'dms-connection'];

/** Written by the cloud; whoever starts workfiles may choose, and the value chosen is an edit of its own. */
const choosing: Permission = 'create-workfiles';

/** What an edit of a group needs (`*` creates the record, `deleted` deletes or restores it); null is for nobody. */
export function permissionFor(kind: string, group: string): Permission | null {
  if (singles.includes(kind) && group === '*') return 'create-workfiles';
  if ([...singles, ...lasting].includes(kind) && group === 'deleted') return null;
  if (kind === 'receipt' && group === 'dms') return null;
  if (kind === 'receipt' && group === 'adjustment') return 'void-receipts';
  if (kind === 'conflict') return group === 'choice' ? choosing : null;
  return (kind === 'workfile' ? ofWorkfile(group) : undefined) ?? editing.get(kind) ?? null;
}

/** What some groups of the workfile itself need. */
function ofWorkfile(group: string): Permission | undefined {
  if (Object.hasOwn(planGroups, group)) return 'edit-plan';
  if (isDmsId(group)) return 'use-dms';
  if (group === 'totalLoss') return 'move-workfiles';
  return group === 'bin' ? 'bin-workfiles' : undefined;
}

/** Groups that a new record may bring along without a further permission: whose it is, and what a profile of the shop says. */
const givenAtStart: ReadonlyMap<string, readonly string[]> = new Map([['rates', [...profileGroups, 'source']]]);

/** What a group that is not empty needs in a new record, besides what making the record needs. */
export const permissionAtStart = (kind: string, group: string): Permission | null =>
  group === 'parent' || givenAtStart.get(kind)?.includes(group) ? permissionFor(kind, '*') : permissionFor(kind, group);

const commanding: ReadonlyMap<string, Permission> = new Map([
  ['lock-estimate', 'lock-estimates'],
  ['start-supplement', 'lock-estimates'],
  ['convert-to-ro', 'convert-to-ro'],
  ['move-workfile', 'move-workfiles'],
  ['lease-numbers', 'convert-to-ro'],
  ['export-payment', 'use-dms'],
  ['export-customer', 'use-dms'],
  ['update-customer', 'use-dms'],
  ['export-vehicle', 'use-dms'],
  ['reserve-repair-id', 'use-dms'],
  ['export-repair-order', 'use-dms'],
  ['resolve-export', 'check-exports'],
  // What a person may ask for was checked when they asked for it.
  ['cancel-command', 'see-workfiles'],
]);

/** What a command needs; null is for nobody. */
export const permissionForCommand = (name: string): Permission | null => commanding.get(name) ?? null;
