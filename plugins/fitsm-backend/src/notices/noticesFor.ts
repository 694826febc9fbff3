import {
  AnyRecordType,
  FitsmRecord,
  HistoryEntry,
} from '@fitsm/plugin-fitsm-common';
import { NewEntry } from '../history/chain';
import { NewStoredRecord } from '../records/RecordStore';
import { rolesOf } from '../records/rows';
import { Notices } from './notices';

/** The topic of events about records. */
export const FITSM_EVENT_TOPIC = 'fitsm';

/** What the world is told of a change. */
export function noticesFor(options: {
  definition: AnyRecordType;
  /** Absent where the record is new. */
  before?: FitsmRecord;
  after: NewStoredRecord;
  entry: NewEntry;
  /** Who is named in a comment. */
  mentioned?: string[];
  /** Whose votes are wanted now. */
  asks?: { approval: string; asked: ReadonlyArray<string> };
}): Notices {
  const { definition, before, after, entry } = options;
  const involved = [
    ...new Set(rolesOf(definition, after).map(({ holder }) => holder)),
  ];
  // Others must not even learn that there is something (PER-1).
  const to = after.restricted ? { to: involved } : {};
  const author = entry.actor.onBehalfOf ?? entry.actor.ref;
  const link = `/fitsm/records/${after.id}`;
  // These make no revision: two at once are told apart by who did it when.
  const change = ['commented', 'voted'].includes(entry.kind)
    ? `${entry.at}:${author}`
    : after.revision;
  const scope = `fitsm:${after.id}:${entry.kind}:${change}`;
  const notifications: Notices['notifications'] = [];
  const tell = (
    who: ReadonlyArray<string>,
    text: Pick<Notices['notifications'][number], 'title' | 'description'>,
    suffix: string,
  ) => {
    const others = [...new Set(who)].filter(ref => ref !== author);
    if (others.length) {
      notifications.push({
        ...text,
        to: others,
        exclude: author,
        link,
        topic: definition.label.many,
        severity: after.priority === 1 ? 'high' : 'normal',
        scope: `${scope}:${suffix}`,
      });
    }
  };

  const newlyHeld = Object.entries(definition.fields).flatMap(([name, field]) =>
    field.kind === 'person' &&
    'column' in field &&
    JSON.stringify(before?.fields[name]) !== JSON.stringify(after.fields[name])
      ? holders(after, name)
      : [],
  );
  tell(
    newlyHeld,
    {
      title: `${after.id} is yours to work on`,
      description: after.title,
    },
    'assigned',
  );
  const transition =
    entry.transition && definition.lifecycle.transitions[entry.transition];
  if (transition && transition.notify) {
    const state = definition.lifecycle.states[after.state].label;
    tell(
      transition.notify
        .flatMap(role => holders(after, role))
        .filter(ref => !newlyHeld.includes(ref)),
      {
        title: `${after.id}: ${state}`,
        description: after.title,
      },
      'moved',
    );
  }
  if (options.asks) {
    tell(
      options.asks.asked,
      { title: `${after.id} waits for your vote`, description: after.title },
      'asked',
    );
  }
  if (options.mentioned?.length) {
    tell(
      options.mentioned,
      // Without the title: it is not sure that they may see the record.
      { title: `You were mentioned in ${after.id}` },
      'mentioned',
    );
  }
  if (entry.comment?.visibility === 'requester') {
    tell(
      involved.filter(ref => !options.mentioned?.includes(ref)),
      { title: `${after.id}: a new comment`, description: after.title },
      'commented',
    );
  }
  return {
    event: eventOf(after, entry),
    signals: [
      {
        channel: `fitsm:record:${after.id}`,
        message: { id: after.id, revision: after.revision },
        ...to,
      },
      { channel: 'fitsm:records', message: { type: after.type }, ...to },
    ],
    notifications,
  };
}

function holders(record: NewStoredRecord, role: string): string[] {
  const value = role === 'owner' ? record.owner : record.fields[role];
  return [value ?? []].flat().map(String);
}

function eventOf(record: NewStoredRecord, entry: NewEntry) {
  return {
    id: record.id,
    type: record.type,
    kind: entry.kind satisfies HistoryEntry['kind'],
    revision: record.revision,
    state: record.state,
    at: entry.at,
    actor: { ...entry.actor },
    ...(entry.transition && { transition: entry.transition }),
  };
}
