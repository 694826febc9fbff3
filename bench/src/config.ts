import { join } from 'node:path';
import { people, roles } from './organisation';
import { Task } from './results';

/** What a backend is configured with to keep its data where the task says. */
export function configOf(
  { directory, postgres }: Task,
  http: { port: number; token: string; catalogFile: string } = {
    port: 7007,
    token: 'not served',
    catalogFile: 'none',
  },
) {
  const baseUrl = `http://localhost:${http.port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: http.port },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: http.token, subject: 'bench' } },
        ],
      },
      database: postgres
        ? { client: 'pg', prefix: 'bench_', connection: postgres }
        : {
            client: 'better-sqlite3',
            connection: { directory: join(directory, 'sqlite') },
          },
    },
    auth: {
      environment: 'development',
      providers: {
        demo: { development: { users: Object.values(people) } },
      },
    },
    catalog: {
      rules: [{ allow: ['Component', 'User', 'Group'] }],
      locations: [{ type: 'file', target: http.catalogFile }],
    },
    permission: { enabled: true },
    fitsm: { roles },
  };
}
