import { Random } from './random';

const LONE_SURROGATE = '\ud800';

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** Texts that have broken something somewhere. */
export const badTexts: string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  LONE_SURROGATE,
  `a${LONE_SURROGATE}b`,
  '\udc00',
  '\ufeff\u200b\u202e',
  '\u0007\u001b[31m\r\n',
  'x'.repeat(5_000),
  '💥'.repeat(300),
  'Z̷̡͘a̴͢l̸͜g̶̀o̴͝',
  "'; drop table records; --",
  "' or '1'='1",
  '%',
  '_\\%',
  '%00%',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0',
  '1e309',
  '9999999999999999999999',
  '0x10',
  '1.5',
  '[]',
  '{}',
  '["a"]',
  '{"a":1}',
  'user:default/ada',
  'user:default/nobody',
  'user:default/a b',
  ':/',
  'user:',
  'component:x/y/z',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00',
  'http://',
  'ftp://example.org/',
  'INC-0',
  'INC-99999999999999999999',
  'none',
];

/** Values of JSON that no field asks for, or hardly any. */
export const badValues: unknown[] = [
  ...badTexts,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53 + 2,
  -(2 ** 63),
  1e308,
  5e-324,
  [],
  [[]],
  [null],
  ['', ''],
  [LONE_SURROGATE],
  ['\u0000'],
  [2 ** 40],
  ['a', 1, {}],
  Array.from({ length: 1_000 }, (_, index) => `user:default/u${index}`),
  {},
  { length: 1 },
  { toString: 'x', valueOf: 1 },
  // Parsed, so that the key is the object's own.
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  nested(100),
  nested(2_000),
];

/** Deeper than most code can walk, and still no large body. */
export const deepList = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;

/** Bodies that are no object, or no JSON at all. */
export const badBodies: string[] = [
  '',
  ' ',
  'null',
  'true',
  '5',
  '"text"',
  '[]',
  '[{}]',
  '{',
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  'NaN',
  '\u0000',
  '{"type":"\u0000"}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '['.repeat(40_000),
  `{"fields":${deepList}}`,
  `{"fields":{"title":${deepList}}}`,
  `{"revision":1,"fields":{"x":${deepList}}}`,
  `{"type":"x","title":${deepList}}`,
  '{"a":'.repeat(15_000),
  '1'.repeat(50_000),
  `{"title":"${'x'.repeat(200_000)}"}`,
  `{${Array.from({ length: 3_000 }, (_, index) => `"k${index}":1`)}}`,
];

export const badContentTypes: string[] = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-7',
  'application/json; charset=none',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json;;;',
  'nonsense',
];

/** Query strings that no list is asked with. */
export const badQueries: string[] = [
  '?',
  '?=',
  '?&&&',
  '?%',
  '?%00=1',
  '?a=%E0%A4%A',
  '?__proto__=1',
  '?__proto__[polluted]=1',
  '?constructor[prototype][polluted]=1',
  `?${'a=1&'.repeat(1_500)}`,
];

/** A value of any kind, at times with more of them within. */
export function randomValue(random: Random, depth = 3): unknown {
  if (depth && random.below(3) === 0) {
    const inner = Array.from({ length: random.below(4) }, () =>
      randomValue(random, depth - 1),
    );
    return random.below(2)
      ? inner
      : Object.fromEntries(inner.map(value => [random.oneOf(badTexts), value]));
  }
  return random.below(4)
    ? random.oneOf(badValues)
    : String.fromCharCode(
        ...Array.from({ length: random.below(40) }, () => random.below(65_536)),
      );
}
