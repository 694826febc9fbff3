import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { Kpi, listOf, ProcessDefinition } from '@fitsm/plugin-fitsm-common';

const PATH = 'fitsm.kpis';

/**
 * The KPIs of processes, with the targets that config sets.
 *
 * @throws InputError where config names what is not there
 */
export function kpisWithTargets(
  processes: ReadonlyArray<ProcessDefinition>,
  config: RootConfigService,
): Map<string, Record<string, Kpi>> {
  const known = (path: string, name: string, names: ReadonlyArray<string>) => {
    if (!names.includes(name)) {
      throw new InputError(
        `${path}: is not known here; use ${listOf(names) || 'none'}`,
      );
    }
  };
  const root = config.getOptionalConfig(PATH);
  for (const code of root?.keys() ?? []) {
    const kpis = processes.find(one => one.code === code)?.kpis ?? {};
    known(
      `${PATH}.${code}`,
      code,
      processes.map(one => one.code),
    );
    const ofProcess = root!.getConfig(code);
    for (const name of ofProcess.keys()) {
      known(`${PATH}.${code}.${name}`, name, Object.keys(kpis));
      for (const key of ofProcess.getConfig(name).keys()) {
        known(`${PATH}.${code}.${name}.${key}`, key, ['target']);
      }
    }
  }
  return new Map(
    processes.map(({ code, kpis = {} }) => [
      code,
      Object.fromEntries(
        Object.entries(kpis).map(([name, one]) => {
          const target = root?.getOptionalNumber(`${code}.${name}.target`);
          return [name, target === undefined ? one : { ...one, target }];
        }),
      ),
    ]),
  );
}
