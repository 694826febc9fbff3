import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { EntityDirectory, EntityFacts } from '../catalog/EntityDirectory';
import { RecordService } from '../records/RecordService';

const BATCH = 200;
export const REFRESH_ENTITIES_JOB = 'refresh-entities';

/**
 * Brings what is kept of entities up to date (LNK-1): new titles and owners,
 * the new name of one that was renamed in every record that names it, and since
 * when one is gone.
 */
export async function refreshEntities(options: {
  knex: Knex;
  directory: EntityDirectory;
  service: RecordService;
  logger: LoggerService;
  now: Date;
  signal?: AbortSignal;
}): Promise<void> {
  const { knex, directory, now, signal } = options;
  const at = now.toISOString();
  while (!signal?.aborted) {
    const rows: Array<{
      entity_ref: string;
      uid: string | null;
      gone_since: unknown;
    }> = await knex('entities')
      .select('entity_ref', 'uid', 'gone_since')
      .where('checked_at', '<', at)
      .orderBy('checked_at')
      .limit(BATCH);
    if (!rows.length) {
      break;
    }
    const refs = rows.map(({ entity_ref }) => entity_ref);
    const found = await directory.findAnew(refs);
    await directory.keep(found.values());
    for (const { entity_ref: ref, uid, gone_since } of rows) {
      if (found.has(ref)) continue;
      const renamed = uid ? await directory.findByUid(uid) : undefined;
      if (renamed) {
        await rename(options, ref, renamed);
      } else if (!gone_since) {
        await knex('entities')
          .where({ entity_ref: ref })
          .update({ gone_since: at });
      }
    }
    await knex('entities')
      .whereIn('entity_ref', refs)
      .update({ checked_at: at });
  }
}

async function rename(
  {
    knex,
    directory,
    service,
    logger,
    signal,
  }: Parameters<typeof refreshEntities>[0],
  from: string,
  to: EntityFacts,
) {
  await directory.keep([to]);
  let last = '';
  for (;;) {
    const ids: string[] = await knex('record_entities')
      .distinct('record_id')
      .where('entity_ref', from)
      .where('record_id', '>', last)
      .orderBy('record_id')
      .limit(BATCH)
      .pluck('record_id');
    if (!ids.length || signal?.aborted) {
      break;
    }
    last = ids[ids.length - 1];
    for (const id of ids) {
      await service.renameEntity(REFRESH_ENTITIES_JOB, id, from, to.entityRef);
    }
  }
  const left = await knex('record_entities').where('entity_ref', from).first();
  if (!left) {
    await knex('entities').where({ entity_ref: from }).delete();
  }
  logger.info(`Records that named ${from} name it ${to.entityRef} now`);
}
