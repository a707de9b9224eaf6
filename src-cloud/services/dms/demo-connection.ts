/** Connects the demo shop to the simulated dealer, unless somebody set up a connection there. */
import type { DeviceId, ShopId, UserId } from '../../../src-shared/base/ids.ts';
import { dmsSettings } from '../../../src-shared/domain/dms/settings/connection.ts';
import { showConnection, writeConnection } from './connection-desk.ts';
import type { DmsDeps } from './turn.ts';

/** The PC that the demo workfiles seem to come from. */
const device = 'dem0sh0p00' as DeviceId;

export async function connectDemoShop(deps: DmsDeps, shop: ShopId, person: UserId): Promise<void> {
  if ((await showConnection(deps, shop)).connection !== null) return;
  const setup = dmsSettings.parse({ partner: 'simulated', settings: {} });
  await writeConnection(deps, { shop, author: { device, person } }, { on: true, setup });
}
