import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  computeConformity,
  Conformity,
  ConformitySnapshotWithContent,
  fitsm2v22,
  FitsmClient,
  FrozenConformity,
} from '@fitsm/plugin-fitsm-common';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createHash, webcrypto } from 'node:crypto';
import { useLocation } from 'react-router-dom';
import { fitsmApiRef } from '../api';
import { RecordTypesProvider } from '../records/useRecordTypes';
import { rootRouteRef } from '../routes';
import { ConformityPage } from './ConformityPage';

jest.setTimeout(60_000);

// Browsers have it, the DOM of tests has not.
beforeAll(() => {
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
  Object.assign(globalThis, { TextEncoder });
});

const now = Date.parse('2026-11-24T10:00:00.000Z');

/** Two requirements are enough to look at. */
const conformity: Conformity = computeConformity({
  set: {
    ...fitsm2v22,
    groups: fitsm2v22.groups.filter(({ id }) => ['GR1', 'PR9'].includes(id)),
  },
  organisational: { 'GR1.A1': 'Only they know.' },
  exclusions: new Map([
    [
      'PR9.S7',
      [
        {
          record: 'EXC-1',
          reason: 'Nothing is major here',
          approvedBy: ['user:default/ada'],
          until: '2027-01-01T00:00:00.000Z',
        },
      ],
    ],
  ]),
  staleAfterDays: () => 365,
  now,
  evidenceFor: row =>
    row === 'PR9.R1'
      ? [
          {
            rule: { kind: 'records', type: 'incident' },
            how: 'Each incident',
            process: 'isrm',
            count: 42,
            newest: '2026-11-23T10:00:00.000Z',
          },
          {
            rule: {
              kind: 'transition',
              type: 'document',
              transition: 'approve',
              when: { kind: ['policy', 'procedure'], process: ['isrm'] },
            },
            how: 'Approve on a document',
            process: 'sms',
            count: 0,
          },
        ]
      : [],
});

/** Answers as the backend does, for conformity only. */
class FakeConformity {
  readonly snapshots: ConformitySnapshotWithContent[] = [];
  isAllowed = true;

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input));
    if (pathname.includes('/conformity') && !this.isAllowed) {
      return Response.json(
        {
          error: { name: 'NotAllowedError', message: 'You may not' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      );
    }
    return Response.json(
      this.#answer(
        pathname.replace('/api/fitsm', ''),
        init?.body ? JSON.parse(String(init.body)) : undefined,
      ),
    );
  };

  #answer(path: string, body?: { title: string }): object {
    if (path === '/record-types') {
      return { processes: [], recordTypes: [], canAdminister: false };
    }
    if (path === '/conformity') return conformity;
    if (path !== '/conformity/snapshots') {
      return this.snapshots.find(({ id }) => path.endsWith(`/${id}`))!;
    }
    if (!body) return { items: this.snapshots, pageInfo: {} };
    return this.freeze(body.title);
  }

  freeze(title: string) {
    const facts = {
      title,
      frozenAt: '2026-11-24T10:00:00.000Z',
      frozenBy: 'user:default/ada',
    };
    const frozen: FrozenConformity = { ...facts, conformity };
    const content = JSON.stringify(frozen);
    const snapshot = {
      ...facts,
      id: this.snapshots.length + 1,
      content,
      hash: createHash('sha256').update(content).digest('hex'),
    };
    this.snapshots.unshift(snapshot);
    return snapshot;
  }
}

const Address = () => {
  const { search } = useLocation();
  return <output aria-label="Address">{search}</output>;
};

function open(server: FakeConformity, query = '') {
  const discoveryApi = {
    getBaseUrl: async () => 'http://fitsm.test/api/fitsm',
  };
  const fetchApi = { fetch: server.fetch as typeof fetch };
  renderInTestApp(
    <RecordTypesProvider>
      <Address />
      <ConformityPage />
    </RecordTypesProvider>,
    {
      initialRouteEntries: [`/${query}`],
      mountedRoutes: {
        '/fitsm': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [fitsmApiRef, new FitsmClient({ discoveryApi, fetchApi })],
        [discoveryApiRef, discoveryApi],
        [fetchApiRef, fetchApi],
      ],
    },
  );
}

const rowOf = async (id: string) =>
  (await screen.findByRole('rowheader', { name: id })).closest('tr')!;

/** The DOM of tests goes nowhere, nor does it save. */
function savedFiles() {
  const saved: Blob[] = [];
  URL.createObjectURL = blob => {
    saved.push(blob as Blob);
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  return saved;
}

it('shows each row with its state, how it is done, and the way to the list', async () => {
  open(new FakeConformity());
  const incidents = await rowOf('PR9.R1');
  expect(incidents).toHaveTextContent('Evidenced');
  expect(incidents).toHaveTextContent('42');
  expect(
    within(incidents).getByRole('link', { name: 'Each incident' }),
  ).toHaveAttribute(
    'href',
    '/fitsm/isrm?type=incident&category=open&category=waiting&category=closed',
  );
  expect(
    within(incidents)
      .getByRole('link', { name: 'Approve on a document' })
      .getAttribute('href'),
  ).toMatch(
    /&choice=kind%3Apolicy&choice=kind%3Aprocedure&choice=process%3Aisrm$/,
  );
  expect(await rowOf('GR1.A1')).toHaveTextContent(
    'The organisation: Only they know.',
  );
  const excluded = await rowOf('PR9.S7');
  expect(excluded).toHaveTextContent(/approved by ada, until/);
  expect(
    within(excluded).getByRole('link', { name: 'Nothing is major here' }),
  ).toHaveAttribute('href', '/fitsm/records/EXC-1');
  const summary = screen.getByRole('group', { name: 'Rows by state' });
  expect(summary).toHaveTextContent(
    /Evidenced\s*1.*Stale\s*0.*Not applicable\s*1/,
  );
});

it('filters by what the address says, and by what one chooses', async () => {
  open(new FakeConformity(), '?section=output&process=isrm');
  await rowOf('PR9.R1');
  expect(screen.queryByText('PR9.S1')).not.toBeInTheDocument();
  expect(screen.queryByText('GR1.A1')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /^Evidenced/ }));
  await waitFor(() =>
    expect(screen.queryByText('PR9.R2')).not.toBeInTheDocument(),
  );
  expect(screen.getByLabelText('Address')).toHaveTextContent(
    '?section=output&process=isrm&state=evidenced',
  );
  await userEvent.type(screen.getByRole('searchbox'), 'zz');
  expect(await screen.findByText(/No row fits/)).toBeInTheDocument();
});

it('saves what is shown as CSV', async () => {
  const saved = savedFiles();
  open(new FakeConformity(), '?state=evidenced');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Export CSV' }),
  );
  const lines = (await saved[0].text()).trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('PR9.R1');
});

it('freezes a snapshot, and shows it for print with a hash that fits', async () => {
  const server = new FakeConformity();
  open(server);
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Title of the snapshot' }),
    'In spring',
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Freeze a snapshot' }),
  );
  await userEvent.click(await screen.findByRole('link', { name: 'In spring' }));
  const hash = await screen.findByRole('region', { name: 'Hash' });
  expect(hash).toHaveTextContent(server.snapshots[0].hash);
  expect(hash).toHaveTextContent('the content fits the hash');
  expect(hash).toHaveTextContent('sha256sum conformity-1.json');
  expect(screen.getByRole('button', { name: 'Print' })).toBeInTheDocument();
  expect(await rowOf('PR9.R1')).toHaveTextContent('Each incident: 42');

  const saved = savedFiles();
  await userEvent.click(
    screen.getByRole('button', { name: 'Save the content' }),
  );
  expect(await saved[0].text()).toBe(server.snapshots[0].content);
});

it('says so when a snapshot was changed', async () => {
  const server = new FakeConformity();
  const snapshot = server.freeze('In spring');
  snapshot.content = snapshot.content.replace('42', '43');
  open(server, '?snapshot=1');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The content does not fit its hash',
  );
});

it('is closed to those who may not see it (PER-1)', async () => {
  const server = new FakeConformity();
  server.isAllowed = false;
  open(server);
  expect(
    await screen.findByText('You may not see how far FitSM is met'),
  ).toBeInTheDocument();
});
