import { discoveryApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  FitsmClient,
  ImportCounts,
  ImportRun,
  Rejection,
  SourceRow,
} from '@fitsm/plugin-fitsm-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { File as NodeFile } from 'node:buffer';
import { webcrypto } from 'node:crypto';
import * as streams from 'node:stream/web';
import { fitsmApiRef } from '../api';
import { RecordTypesProvider } from '../records/useRecordTypes';
import { rootRouteRef } from '../routes';
import { ImportPage } from './ImportPage';

jest.setTimeout(30_000);

// Browsers have these, the DOM of tests has not.
beforeAll(() => {
  const { TransformStream, DecompressionStream } = streams;
  Object.assign(globalThis, { TransformStream, DecompressionStream });
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
});

const none: ImportCounts = {
  records: 0,
  entries: 0,
  existing: 0,
  rejectedRows: 0,
  links: 0,
  waitingLinks: 0,
};

/** Answers as the backend does, for imports only, and rejects what is `bad`. */
class FakeImports {
  readonly runs: ImportRun[] = [];
  readonly rejections: Rejection[] = [];
  canAdminister = true;
  refusal?: string;

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input));
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    if (this.refusal && body) {
      return Response.json(
        { error: { name: 'InputError', message: this.refusal } },
        { status: 400 },
      );
    }
    return Response.json(
      this.#answer(pathname.replace('/api/fitsm', ''), body),
    );
  };

  #answer(path: string, body?: { name: string; groups: SourceRow[][] }) {
    const [run] = this.runs;
    switch (path) {
      case '/record-types':
        return {
          processes: [],
          recordTypes: [],
          canAdminister: this.canAdminister,
        };
      case '/imports':
        if (!body) return { items: this.runs, pageInfo: {} };
        this.runs.unshift({
          id: this.runs.length + 1,
          name: body.name,
          type: 'incident',
          sourceSystem: 'old',
          status: 'running',
          position: 0,
          counts: none,
          startedAt: '2026-11-24T10:00:00.000Z',
          startedBy: 'user:default/ada',
        });
        return this.runs[0];
      case `/imports/${run?.id}/batches`:
        for (const [row] of body!.groups) {
          if (row.values.title === 'bad') {
            this.rejections.push({ ...row, reason: 'state: is odd' });
          }
        }
        run.position = body!.groups.length;
        run.counts = {
          ...none,
          records: run.position - this.rejections.length,
          rejectedRows: this.rejections.length,
        };
        return { ...run, rejections: [] };
      case `/imports/${run?.id}/finish`:
        run.status = 'finished';
        return run;
      case `/imports/${run?.id}/rejections`:
        return { items: this.rejections, pageInfo: {} };
      default:
        throw new Error(`Not known here: ${path}`);
    }
  }
}

function open(server: FakeImports) {
  const discoveryApi = {
    getBaseUrl: async () => 'http://fitsm.test/api/fitsm',
  };
  const fetchApi = { fetch: server.fetch as typeof fetch };
  renderInTestApp(
    <RecordTypesProvider>
      <ImportPage />
    </RecordTypesProvider>,
    {
      mountedRoutes: { '/fitsm': rootRouteRef },
      apis: [
        [fitsmApiRef, new FitsmClient({ discoveryApi, fetchApi })],
        [discoveryApiRef, discoveryApi],
        [fetchApiRef, fetchApi],
      ],
    },
  );
}

const mapping = `
type: incident
source: { system: old, id: number }
title: title
state: state
createdAt: opened
`;

async function choose(text: string, mappingText: string) {
  await userEvent.upload(
    await screen.findByLabelText(/^File/),
    // That of the DOM of tests cannot be read as a stream.
    new NodeFile([text], 'old.csv') as unknown as File,
  );
  await userEvent.click(screen.getByRole('textbox', { name: /Mapping/ }));
  await userEvent.paste(mappingText);
  await userEvent.click(screen.getByRole('button', { name: 'Start' }));
}

it('imports a file by a mapping, and shows what came and what did not', async () => {
  const server = new FakeImports();
  open(server);
  await choose(
    'number,title,state,opened\nN1,good,New,2026\nN2,bad,Odd,2026\n',
    mapping,
  );
  expect(
    await screen.findByText('1 records imported, 1 rows rejected'),
  ).toBeInTheDocument();
  const rejected = await screen.findByRole('list', { name: 'Rejected rows' });
  expect(within(rejected).getByText('Line 3: state: is odd')).toBeVisible();
  const past = await screen.findByRole('region', { name: 'Past imports' });
  await waitFor(() =>
    expect(within(past).getByText('Finished')).toBeInTheDocument(),
  );
  expect(within(past).getByText('old.csv')).toBeInTheDocument();
});

it('saves the rejected rows as a file', async () => {
  const server = new FakeImports();
  const saved: Blob[] = [];
  URL.createObjectURL = blob => {
    saved.push(blob as Blob);
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  // The DOM of tests goes nowhere, nor does it save.
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  open(server);
  await choose('number,title,state,opened\nN2,bad,Odd,2026\n', mapping);
  const [button] = await screen.findAllByRole('button', {
    name: 'Download the rejected rows of old.csv',
  });
  await userEvent.click(button);
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(await saved[0].text()).toBe(
    'line,reason,number,title,state,opened\n2,state: is odd,N2,bad,Odd,2026\n',
  );
});

it('begins a mapping with a preset', async () => {
  open(new FakeImports());
  await userEvent.click(await screen.findByRole('button', { name: /Preset/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: /ServiceNow/ }),
  );
  expect(screen.getByRole('textbox', { name: /Mapping/ })).toHaveValue(
    'extends: servicenowIncidentLog\n',
  );
});

it.each<
  [what: string, mappingText: string, refusal: string | undefined, says: RegExp]
>([
  [
    'a mapping that is wrong',
    'type: 3',
    undefined,
    /mapping.type: must be text/,
  ],
  [
    'what the server refuses',
    mapping,
    'mapping.state: is odd',
    /mapping.state: is odd/,
  ],
])(
  'says what is wrong with %s (API-1)',
  async (_, mappingText, refusal, says) => {
    const server = new FakeImports();
    server.refusal = refusal;
    open(server);
    await choose('number,title,state,opened\n', mappingText);
    expect(await screen.findByRole('alert')).toHaveTextContent(says);
  },
);

it('is closed to those who may not import (PER-1)', async () => {
  const server = new FakeImports();
  server.canAdminister = false;
  open(server);
  expect(
    await screen.findByText('You may not import records'),
  ).toBeInTheDocument();
  expect(
    screen.queryByRole('button', { name: 'Start' }),
  ).not.toBeInTheDocument();
});
