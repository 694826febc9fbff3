import { FitsmRecord, recordTypes } from '@fitsm/plugin-fitsm-common';
import {
  badBodies,
  badContentTypes,
  badQueries,
  badTexts,
  badValues,
  deepList,
  randomValue,
} from './badInput';
import {
  Operation,
  operations,
  sampleInputs,
  SampleRequest,
  sampleRequests,
  sampleType,
  toFetch,
} from './operations';
import { Random } from './random';
import { sampleRecord } from './samples';

/** One request with something wrong in it. */
export interface Attempt {
  request(record: FitsmRecord, other: string): [string, RequestInit];
  /** The parameter, property or field that holds the value. */
  name?: string;
  value?: unknown;
}

/** Tries for each parameter and each property, and at random for each route. */
const EACH = 4;
/** Tries for all fields of all record types together. */
const FIELDS = 300;

/** The parts of each request made wrong, one at a time. */
export function* attempts(
  random: Random,
  actions: ReadonlyArray<{ id: string; properties: string[] }>,
): Generator<Attempt> {
  for (const operation of operations) {
    yield* inAddress(operation, random);
    if (operation.body) yield* inBody(operation, random);
  }
  yield* inFields(random);
  yield* inActions(random, actions);
}

type Change = (request: SampleRequest) => SampleRequest;

/** A good request, but for one change. */
function changed(operation: Operation, change: Change): Attempt['request'] {
  return (record, other) =>
    toFetch(
      operation,
      record.id,
      change(sampleRequests[operation.operationId](record.revision, other)),
    );
}

/** A good request, with what `fetch` sends replaced. */
function replaced(
  operation: Operation,
  replace: (address: string, init: RequestInit) => [string, RequestInit],
): Attempt['request'] {
  const good = changed(operation, request => request);
  return (record, other) => replace(...good(record, other));
}

function several<T>(random: Random, values: ReadonlyArray<T>, count = EACH) {
  return Array.from({ length: count }, () => random.oneOf(values));
}

/** Whether `fetch` sends it as the value of a header. */
const isHeaderText = (text: string) => /^[\x20-\x7e]+$/.test(text);

function* inAddress(operation: Operation, random: Random): Generator<Attempt> {
  for (const { name, in: place } of operation.parameters) {
    for (const value of several(random, badTexts, 5 * EACH)) {
      // Without a value, a path is another one.
      if (place === 'path' && value) {
        yield {
          request: changed(operation, request => ({
            ...request,
            path: { ...request.path, [name]: value },
          })),
        };
      } else if (place === 'query') {
        yield {
          name,
          value,
          request: changed(operation, request => ({
            ...request,
            query: { ...request.query, [name]: value },
          })),
        };
      } else if (isHeaderText(value)) {
        yield {
          name,
          value,
          request: replaced(operation, (address, init) => [
            address,
            { ...init, headers: { ...init.headers, [name]: value } },
          ]),
        };
      }
    }
    for (const query of [
      `${name}=a&${name}=b`,
      `${name}[a][b]=1`,
      `${name}[]`,
    ]) {
      yield {
        request: replaced(operation, (address, init) => [
          `${address}${address.includes('?') ? '&' : '?'}${query}`,
          init,
        ]),
      };
    }
  }
  for (const query of badQueries) {
    yield {
      request: replaced(operation, (address, init) => [
        `${address.split('?')[0]}${query}`,
        init,
      ]),
    };
  }
}

function* inBody(operation: Operation, random: Random): Generator<Attempt> {
  const properties = Object.keys(operation.body?.properties ?? {});
  for (const name of [...properties, 'unknown', '__proto__', 'constructor']) {
    for (const value of [undefined, ...several(random, badValues)]) {
      yield {
        name,
        value,
        request: changed(operation, request => ({
          ...request,
          body: { ...request.body, [name]: value },
        })),
      };
    }
  }
  for (const name of properties) {
    yield {
      name,
      request: replaced(operation, (address, init) => [
        address,
        {
          ...init,
          body: JSON.stringify({
            ...JSON.parse(String(init.body)),
            [name]: '@',
          }).replace('"@"', deepList),
        },
      ]),
    };
  }
  for (const body of [
    ...badBodies,
    ...Array.from(
      { length: EACH },
      () => JSON.stringify(randomValue(random)) ?? '',
    ),
  ]) {
    yield {
      request: replaced(operation, (address, init) => [
        address,
        { ...init, body },
      ]),
    };
  }
  for (const contentType of badContentTypes) {
    yield {
      request: replaced(operation, (address, init) => [
        address,
        { ...init, headers: { 'Content-Type': contentType } },
      ]),
    };
  }
}

function* inFields(random: Random): Generator<Attempt> {
  const fields = recordTypes.flatMap(definition =>
    Object.keys(definition.fields).map(name => ({ definition, name })),
  );
  const each = Math.ceil(FIELDS / fields.length);
  for (const { definition, name } of fields) {
    const withField = (value: unknown) => (request: SampleRequest) => ({
      ...request,
      body: { ...request.body, fields: { [name]: value } },
    });
    for (const value of several(random, badValues, each)) {
      for (const operation of operations) {
        if (operation.operationId === 'createRecord') {
          const { fields: good, ...record } = sampleRecord(definition);
          const body = {
            type: definition.name,
            ...record,
            fields: { ...good, [name]: value },
          };
          yield { name, value, request: changed(operation, () => ({ body })) };
        } else if (
          operation.body?.properties?.fields &&
          definition === sampleType
        ) {
          yield {
            name,
            value,
            request: changed(operation, withField(value)),
          };
        }
      }
    }
  }
}

function* inActions(
  random: Random,
  actions: ReadonlyArray<{ id: string; properties: string[] }>,
): Generator<Attempt> {
  for (const { id, properties } of actions) {
    const invoke =
      (bodyOf: (input: object) => string): Attempt['request'] =>
      record =>
        [
          `/.backstage/actions/v1/actions/${encodeURIComponent(id)}/invoke`,
          {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: bodyOf(sampleInputs[id](record)),
          },
        ];
    for (const name of properties) {
      for (const value of several(random, badValues, 3 * EACH)) {
        yield {
          request: invoke(input => JSON.stringify({ ...input, [name]: value })),
        };
      }
    }
    for (const body of badBodies) {
      yield { request: invoke(() => body) };
    }
  }
}
