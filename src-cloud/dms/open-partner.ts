// The adapter of a shop's connection.

import { capabilitiesOf, type DmsConnection } from '../../src-shared/domain/dms/settings/connection.ts';
import { cdkPartner } from './cdk/cdk-partner.ts';
import { openTrackPartner } from './opentrack/opentrack-partner.ts';
import type { Partner, PartnerPorts } from './partner.ts';
import { simulatedPartner } from './simulated-partner.ts';

/**
 * It keeps its sign-in: who asks often opens it once. `simulatorUrl` is where this cloud has a simulated dealer; a shop
 * cannot say it. Null for a partner that this cloud does not have.
 */
export function openPartner(
  connection: DmsConnection,
  ports: PartnerPorts,
  simulatorUrl: string | null,
): Partner | null {
  switch (connection.partner) {
    case 'cdk':
      return cdkPartner(connection, ports);
    case 'opentrack':
      return openTrackPartner(connection, ports);
    case 'simulated':
      if (simulatorUrl === null) return null;
      return simulatedPartner(simulatorUrl, capabilitiesOf(connection), ports.timeoutMs);
  }
}
