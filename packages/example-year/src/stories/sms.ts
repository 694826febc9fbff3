import { World } from '../World';
import { liveAssurance } from './sms/assurance';
import { liveCommunication } from './sms/communication';
import { liveDocuments } from './sms/documents';
import { liveKpis } from './sms/kpis';
import { liveRoles } from './sms/roles';

/** The management system as a whole. */
export function liveSms(world: World): void {
  liveDocuments(world);
  liveRoles(world);
  liveCommunication(world);
  liveKpis(world);
  liveAssurance(world);
}
