/** Who may make which edit. */
import { can, permissionFor } from '../../src-shared/domain/access/permissions.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { Edit } from '../../src-shared/sync/protocol.ts';

/** Whether a role may make this edit. */
export const mayEdit = (role: Role, edit: Pick<Edit, 'kind' | 'group'>): boolean =>
  can(role, permissionFor(edit.kind, edit.group));

/** Whether a role may read the shop's records. */
export const mayRead = (role: Role): boolean => can(role, 'see-workfiles');

/** Whether a role may send files of photos. */
export const mayAddPhotos = (role: Role): boolean => can(role, 'edit-photos');
