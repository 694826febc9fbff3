import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  FitsmClient,
  isrm,
  KpiReport,
  KpiValue,
} from '@fitsm/plugin-fitsm-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { fitsmApiRef } from '../api';
import { RecordTypesProvider } from '../records/useRecordTypes';
import { rootRouteRef } from '../routes';
import { ProcessKpis } from './ProcessKpis';

const bucket = (month: number, value: number | null) => ({
  from: `2026-0${month}-01T00:00:00.000Z`,
  to: `2026-0${month + 1}-01T00:00:00.000Z`,
  value,
});

const reopened: KpiValue = {
  name: 'reopenRate',
  label: 'Incidents reopened',
  help: 'Share of the incidents that were reopened.',
  unit: 'percent',
  better: 'lower',
  target: 5,
  value: 12.5,
  numerator: 1,
  denominator: 8,
  buckets: [bucket(1, 25), bucket(2, null), bucket(3, 0)],
};

const kpi = (name: string, change: Partial<KpiValue> = {}): KpiValue => ({
  ...reopened,
  name,
  label: name,
  ...change,
});

/** Answers with KPIs, and remembers for which periods. */
class FakeKpis {
  readonly asked: URLSearchParams[] = [];
  kpis: KpiValue[] = [reopened];
  process: object = isrm;

  readonly fetch = async (input: RequestInfo | URL) => {
    const { pathname, searchParams } = new URL(String(input));
    if (pathname.endsWith('/record-types')) {
      return Response.json({
        processes: [{ ...this.process, recordTypes: ['incident'] }],
        recordTypes: [],
        canAdminister: false,
      });
    }
    this.asked.push(searchParams);
    if (pathname.endsWith('/kpis/reopenRate/records')) {
      const isSecond = searchParams.has('cursor');
      return Response.json({
        items: [
          {
            id: isSecond ? 'INC-2' : 'INC-1',
            title: 'It stutters',
            type: 'incident',
            state: 'new',
            stateCategory: 'open',
          },
        ],
        pageInfo: isSecond ? {} : { nextCursor: 'page-two' },
      });
    }
    const report: KpiReport = {
      from: searchParams.get('from')!,
      to: searchParams.get('to')!,
      kpis: this.kpis,
    };
    return Response.json(report);
  };
}

const Address = () => (
  <output aria-label="Address">{useLocation().search}</output>
);

function open(server: FakeKpis, address = '/') {
  const discoveryApi = {
    getBaseUrl: async () => 'http://fitsm.test/api/fitsm',
  };
  const fetchApi = { fetch: server.fetch as typeof fetch };
  renderInTestApp(
    <RecordTypesProvider>
      <Address />
      <ProcessKpis process="isrm" />
    </RecordTypesProvider>,
    {
      initialRouteEntries: [address],
      mountedRoutes: { '/fitsm': rootRouteRef },
      apis: [
        [fitsmApiRef, new FitsmClient({ discoveryApi, fetchApi })],
        [discoveryApiRef, discoveryApi],
        [fetchApiRef, fetchApi],
      ],
    },
  );
}

it('says what a KPI came to, how, and whether the target is met', async () => {
  open(new FakeKpis());
  const card = (await screen.findByText('Incidents reopened')).closest('li')!;
  expect(within(card).getByText('12.5 %')).toBeVisible();
  expect(within(card).getByText('Target: at most 5 %, not met')).toBeVisible();
  expect(
    within(card).getByText(
      'Share of the incidents that were reopened. 1 of 8.',
    ),
  ).toBeVisible();
  expect(
    within(card).getByRole('img', {
      name: 'Incidents reopened: from Jan 1, 2026 25 %, from Feb 1, 2026 no data, from Mar 1, 2026 0 %',
    }),
  ).toBeInTheDocument();
});

it('opens the records behind a KPI, page by page', async () => {
  const server = new FakeKpis();
  open(server);
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Show records of Incidents reopened',
    }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Incidents reopened',
  });
  expect(
    await within(dialog).findByRole('link', { name: 'INC-1 It stutters' }),
  ).toHaveAttribute('href', '/fitsm/records/INC-1');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Show more' }),
  );
  expect(
    await within(dialog).findByRole('link', { name: 'INC-2 It stutters' }),
  ).toBeVisible();
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(2);
  const [kpis, first, second] = server.asked;
  expect(first.get('from')).toBe(kpis.get('from'));
  expect(second.get('cursor')).toBe('page-two');
});

it('shows four at first, and all when asked', async () => {
  const server = new FakeKpis();
  server.kpis = ['A', 'B', 'C', 'D', 'E'].map(name => kpi(name));
  open(server);
  expect(await screen.findByText('D')).toBeVisible();
  expect(screen.queryByText('E')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
  expect(screen.getByText('E')).toBeVisible();
});

it('tells what has no data, and what has no past', async () => {
  const server = new FakeKpis();
  server.kpis = [kpi('Empty', { value: null }), kpi('Now', { buckets: [] })];
  open(server);
  expect(await screen.findByText('No data')).toBeVisible();
  expect(screen.getByText('As it is now')).toBeVisible();
});

it('keeps the period in the address, and asks for it', async () => {
  const server = new FakeKpis();
  open(server, '/?tab=mine&period=days30');
  await screen.findByText('Incidents reopened');
  const [asked] = server.asked;
  const days =
    (Date.parse(asked.get('to')!) - Date.parse(asked.get('from')!)) /
    86_400_000;
  expect(days).toBe(30);

  await userEvent.click(screen.getByRole('button', { name: /Period/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'This year' }),
  );
  await waitFor(() =>
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?tab=mine&period=year',
    ),
  );
  expect(server.asked.at(-1)!.get('from')).toMatch(/-01-01T00:00:00.000Z$/);
});

it('is not there for a process without KPIs', async () => {
  const server = new FakeKpis();
  server.process = { ...isrm, kpis: undefined };
  open(server);
  await screen.findByLabelText('Address');
  expect(screen.queryByLabelText('KPIs')).toBeNull();
  expect(server.asked).toEqual([]);
});
