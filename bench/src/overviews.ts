import { ConfigReader } from '@backstage/config';
import {
  evidenceRulesOf,
  namingRulesOf,
  processes,
  requirementSets,
} from '@fitsm/plugin-fitsm-common';
import { EvidenceCounter } from '../../plugins/fitsm-backend/src/conformity/EvidenceCounter';
import { KpiService } from '../../plugins/fitsm-backend/src/kpis/KpiService';
import { credentialsOf, openEngine } from './engine';
import { measureBesideEachOther, Work } from './measure';
import { people } from './organisation';
import { perform, report } from './results';

const A_YEAR_MS = 365 * 24 * 3_600_000;

/** What reads all records there are: the conformity page, and KPIs. */
perform(async task => {
  const { database, records, seconds } = task;
  const { knex, service, registry, authorizer } = await openEngine(task);
  const { definitions } = registry;
  const kpis = KpiService.create({
    knex,
    registry,
    authorizer,
    processes,
    config: new ConfigReader({}),
  });
  const counter = new EvidenceCounter(knex, definitions);
  const rules = [
    ...[...evidenceRulesOf(definitions, requirementSets).values()].flat(),
    ...namingRulesOf(definitions),
  ];
  const [{ newest }] = await knex('records').max({ newest: 'created_at' });
  const to = new Date(newest);
  const from = new Date(to.getTime() - A_YEAR_MS);

  const compare = async (
    operation: string,
    as: string,
    kinds: { engine: Work; bare: Work },
  ) => {
    const { engine, bare } = await measureBesideEachOther(kinds, {
      lanes: 1,
      seconds,
    });
    report({
      part: 'overviews',
      operation,
      database,
      records,
      concurrency: 1,
      as,
      measured: engine,
      against: { what: 'one count of the same records', measured: bare },
    });
  };

  await compare('evidence of all rows', 'engine', {
    engine: () => counter.count(rules),
    bare: () =>
      knex('records')
        .select('type')
        .count({ count: '*' })
        .max({ newest: 'updated_at' })
        .groupBy('type'),
  });
  for (const [who, ref] of Object.entries({
    service: undefined,
    ...people,
  })) {
    const caller = await service.callerOf(credentialsOf(ref));
    await compare('KPIs of isrm over a year', who, {
      engine: () =>
        kpis.report(caller, 'isrm', {
          from: from.toISOString(),
          to: to.toISOString(),
        }),
      bare: () =>
        knex('records')
          .count({ count: '*' })
          .where({ type: 'incident' })
          .where('created_at', '>=', from.toISOString())
          .where('created_at', '<', to.toISOString()),
    });
  }
  await knex.destroy();
});
