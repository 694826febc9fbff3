import { createBackend } from '@backstage/backend-defaults';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { fitsmPlugin } from '../plugin';
import { entities } from './organisation';

/*
 * A backend as a process of its own, to be killed. Its configuration is given
 * with `--config`; the notifications that it sends go to NOTIFICATIONS_URL.
 */
const notificationsUrl = process.env.NOTIFICATIONS_URL!;

const backend = createBackend();
backend.add(fitsmPlugin);
backend.add(catalogServiceMock.factory({ entities }));
backend.add(
  createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({
      async send(notification) {
        const { ok, status } = await fetch(notificationsUrl, {
          method: 'POST',
          body: JSON.stringify(notification),
        });
        if (!ok) throw new Error(`Notifications answered ${status}`);
      },
    }),
  }),
);
backend.start();
