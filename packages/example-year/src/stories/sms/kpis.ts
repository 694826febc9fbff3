import { World } from '../../World';

interface Indicator {
  title: string;
  code: string;
  process: string;
  unit: string;
  direction: 'higher' | 'lower';
  target: number;
  warn: number;
  /** Where it begins, and how much a month changes it on average. */
  from: number;
  trend: number;
  spread: number;
  definition: string;
  measuredBy: string;
}

const indicators: Indicator[] = [
  {
    title: 'Incidents resolved in time',
    code: 'ISRM-K1',
    process: 'isrm',
    unit: '%',
    direction: 'higher',
    target: 92,
    warn: 88,
    from: 83,
    trend: 0.9,
    spread: 4,
    definition:
      'Incidents of the month that were resolved before they were due.',
    measuredBy: 'viktor-marinov',
  },
  {
    title: 'Incidents solved by the desk itself',
    code: 'ISRM-K2',
    process: 'isrm',
    unit: '%',
    direction: 'higher',
    target: 60,
    warn: 52,
    from: 47,
    trend: 1,
    spread: 5,
    definition: 'Resolved by the service desk without another team.',
    measuredBy: 'niamh-corrigan',
  },
  {
    title: 'Changes that failed or were undone',
    code: 'CHM-K1',
    process: 'chm',
    unit: '%',
    direction: 'lower',
    target: 5,
    warn: 8,
    from: 11,
    trend: -0.5,
    spread: 3,
    definition: 'Of all changes that were made in the month.',
    measuredBy: 'sven-kallio',
  },
  {
    title: 'Availability of sailing bookings',
    code: 'SACM-K1',
    process: 'sacm',
    unit: '%',
    direction: 'higher',
    target: 99.8,
    warn: 99.5,
    from: 99.6,
    trend: 0.02,
    spread: 0.2,
    definition:
      'Minutes in which a booking could be made, of all but maintenance.',
    measuredBy: 'amara-diallo',
  },
  {
    title: 'Agreements evaluated in the quarter',
    code: 'SLM-K1',
    process: 'slm',
    unit: '%',
    direction: 'higher',
    target: 100,
    warn: 80,
    from: 60,
    trend: 4,
    spread: 8,
    definition: 'SLAs, OLAs and UAs in force with an evaluation in 90 days.',
    measuredBy: 'rosa-delgado',
  },
  {
    title: 'Reports delivered in time',
    code: 'SRM-K1',
    process: 'srm',
    unit: '%',
    direction: 'higher',
    target: 95,
    warn: 85,
    from: 78,
    trend: 1.6,
    spread: 7,
    definition: 'Within the days that the specification gives.',
    measuredBy: 'rosa-delgado',
  },
  {
    title: 'Problems older than ninety days',
    code: 'PM-K1',
    process: 'pm',
    unit: 'problems',
    direction: 'lower',
    target: 3,
    warn: 6,
    from: 8,
    trend: -0.3,
    spread: 2,
    definition: 'Open at the end of the month.',
    measuredBy: 'viktor-marinov',
  },
  {
    title: 'Complaints answered within ten working days',
    code: 'CRM-K1',
    process: 'crm',
    unit: '%',
    direction: 'higher',
    target: 90,
    warn: 80,
    from: 74,
    trend: 1.4,
    spread: 9,
    definition: 'Of the complaints of the month.',
    measuredBy: 'rosa-delgado',
  },
];

/** Key figures, measured each month; some are missed, one is given up. */
export function liveKpis(world: World): void {
  indicators.forEach((indicator, index) =>
    world.at(world.workday(16 + index * 2), () => define(world, indicator)),
  );
}

async function define(world: World, indicator: Indicator) {
  const manager = world.person('rosa-delgado');
  const measuredBy = world.person(indicator.measuredBy);
  const record = await manager.create('kpi', {
    title: indicator.title,
    owner: world.person('grace-wanjiru').ref,
    fields: {
      process: indicator.process,
      code: indicator.code,
      goal: 'Shows whether what we promise is also what people get.',
      definition: indicator.definition,
      unit: indicator.unit,
      direction: indicator.direction,
      target: indicator.target,
      warningLimit: indicator.warn,
      escalateTo: world.person('maren-aldous').ref,
      dataSource: 'Counted in this portal on the third working day.',
      measuredBy: measuredBy.ref,
      measureEvery: 30,
    },
  });
  world.remember('kpi', record);
  await manager.move(record.id, 'activate');
  const measurements: Array<{ measuredOn: string; value: number }> = [];
  const measure = async (month: number) => {
    const value = valueOf(world, indicator, month);
    const before = measurements.at(-1);
    measurements.push({ measuredOn: world.now().toISODate()!, value });
    const standing = standingOf(indicator, value);
    await measuredBy.move(record.id, 'recordMeasurement', {
      measurements,
      standing,
    });
    const wasMissed =
      before && standingOf(indicator, before.value) === 'missed';
    if (wasMissed && standing === 'missed' && world.random.chance(0.4)) {
      await measuredBy.move(
        record.id,
        'escalate',
        { escalateTo: world.person('maren-aldous').ref },
        'Missed for the second month',
      );
    }
  };
  for (let month = 1; month <= 12; month += 1) {
    world.at(world.workday(20 + month * 28), () => measure(month));
  }
  world.at(world.workday(186), async () => {
    await manager.move(record.id, 'review', {
      reviewOutcome: 'kept',
      reviewNote: 'Still the figure that people ask for.',
    });
  });
}

function valueOf(
  world: World,
  { from, trend, spread, unit }: Indicator,
  month: number,
): number {
  const value = from + trend * month + (world.random.next() - 0.5) * spread;
  const most = unit === '%' ? 100 : Number.POSITIVE_INFINITY;
  const rounded =
    unit === '%' ? Math.round(value * 10) / 10 : Math.round(value);
  return Math.min(Math.max(rounded, 0), most);
}

function standingOf({ direction, target, warn }: Indicator, value: number) {
  const reaches = (limit: number) =>
    direction === 'higher' ? value >= limit : value <= limit;
  if (reaches(target)) return 'onTarget';
  return reaches(warn) ? 'warning' : 'missed';
}
