/** @jest-environment node */
// The page has compression streams, the DOM of tests has none.

import { gzipSync } from 'node:zlib';
import { parseImportMapping } from './importMapping';
import { SourceRow } from './imports';
import { readRows } from './readRows';

const mappingWith = (more = '') =>
  parseImportMapping(`
type: incident
source: { system: old, id: id }
title: title
state: state
createdAt: at
${more}`);

async function rowsOf(
  content: string | Uint8Array,
  mapping = mappingWith(),
): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const some of readRows(new Blob([content]), mapping, () => {})) {
    rows.push(...some);
  }
  return rows;
}

it('CSV keeps quotes, line breaks and the lines where rows begin', async () => {
  const text =
    '\ufeffid,title,other,state,at\r\n' +
    '1,"A ""quoted"", long\r\ntitle",x,new,2026\r\n' +
    '\r\n' +
    '2,,x,new,\r\n' +
    '3,last,x,new,2026';
  expect(await rowsOf(text)).toEqual([
    {
      line: 2,
      values: {
        id: '1',
        title: 'A "quoted", long\r\ntitle',
        state: 'new',
        at: '2026',
      },
    },
    { line: 5, values: { id: '2', state: 'new' } },
    { line: 6, values: { id: '3', title: 'last', state: 'new', at: '2026' } },
  ]);
});

it('JSON lines may nest, hold lists, and have broken lines between', async () => {
  const mapping = mappingWith('owner: by.name\nfields: { affected: cis }');
  const text = [
    '{"id":1,"title":"One","by":{"name":"Ada"},"cis":["a","b"],"at":null}',
    '{"id":',
    '',
    '[]',
    '{"id":"2","state":true}',
  ].join('\n');
  expect(await rowsOf(text, mapping)).toEqual([
    {
      line: 1,
      values: { id: '1', title: 'One', 'by.name': 'Ada', cis: ['a', 'b'] },
    },
    { line: 2, values: {}, problem: 'is not JSON' },
    { line: 4, values: {}, problem: 'is not a JSON object' },
    { line: 5, values: { id: '2', state: 'true' } },
  ]);
});

it('a file is the same plain and gzipped, in pieces of any size', async () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `${index},"Title ""${index}"" with\nä and 漢",new,2026`,
  );
  const text = ['id,title,state,at', ...lines].join('\n');
  const plain = await rowsOf(text);
  expect(plain).toHaveLength(20_000);
  expect(plain[19_999]).toEqual({
    line: 2 + 2 * 19_999,
    values: {
      id: '19999',
      title: 'Title "19999" with\nä and 漢',
      state: 'new',
      at: '2026',
    },
  });
  expect(await rowsOf(gzipSync(text))).toEqual(plain);
});

it('delimiter and encoding are those of the mapping', async () => {
  const bytes = new Uint8Array(
    [...'id;title;state;at\n1;Zo\u00eb;new;2026\n'].map(one =>
      one.charCodeAt(0),
    ),
  );
  const mapping = mappingWith(
    "file: { delimiter: ';', encoding: windows-1252 }",
  );
  expect(await rowsOf(bytes, mapping)).toMatchObject([
    { values: { title: 'Zoë' } },
  ]);
});

it('a row of another width is a row with a problem', async () => {
  expect(await rowsOf('id,title,state,at\n1,a,b,new,2026\n')).toMatchObject([
    {
      line: 2,
      problem: 'has 5 values, where the header names 4 columns',
    },
  ]);
});

it.each<[what: string, content: string | Uint8Array, says: string]>([
  ['nothing', '', 'The file is empty'],
  [
    'other columns',
    'id;title;state;at\n',
    'The file has no column id, title, state and at, which the mapping uses. It has id;title;state;at',
  ],
  [
    'an open quote',
    'id,title,state,at\n1,"a,new,2026\n',
    'Line 2: a quote is opened and never closed',
  ],
  [
    'text after a quote',
    'id,title,state,at\n1,"a"b,new,2026\n',
    'Line 2: a value goes on after its closing quote',
  ],
  [
    'another encoding',
    new Uint8Array([105, 100, 0xeb, 10]),
    'The file is not utf-8; set file.encoding in the mapping',
  ],
  [
    'half a gzip',
    gzipSync('id,title,state,at\n').subarray(0, 20),
    'The file is no whole gzip',
  ],
])('a file with %s is refused with a cure', async (_, content, says) => {
  await expect(rowsOf(content)).rejects.toThrow(says);
});
