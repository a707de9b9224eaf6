/** Who may ask for which command. */
import { can, permissionForCommand } from '../../src-shared/domain/access/permissions.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import type { CommandName } from '../../src-shared/sync/commands.ts';

/** Whether a role may ask for this command. */
export const mayCommand = (role: Role, name: CommandName): boolean => can(role, permissionForCommand(name));
