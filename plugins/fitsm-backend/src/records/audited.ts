import {
  AuditorService,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Caller } from './RecordAuthorizer';

/** Does something in an audit event, which tells how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    caller: Pick<Caller, 'actor'>;
    id?: string;
    type?: string;
    severityLevel?: AuditorServiceEventSeverityLevel;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { eventId, caller, severityLevel = 'medium', ...meta } = event;
  const audit = await auditor.createEvent({
    eventId,
    severityLevel,
    meta: { ...meta, actor: { ...caller.actor } },
  });
  try {
    const result = await work();
    await audit.success();
    return result;
  } catch (error) {
    await audit.fail({ error: toError(error) });
    throw error;
  }
}
