import { createServiceFactory } from '@backstage/backend-plugin-api';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import {
  SignalPayload,
  signalsServiceRef,
} from '@backstage/plugin-signals-node';

/** The world that is told of changes: it remembers, and can be deaf. */
export class Listeners {
  readonly events: EventParams[] = [];
  readonly signals: SignalPayload[] = [];
  readonly notifications: NotificationSendOptions[] = [];
  /** Whether the notifications plugin is down. */
  deaf = false;

  readonly features = [
    createServiceFactory({
      service: eventsServiceRef,
      deps: {},
      factory: () => ({
        publish: async event => {
          this.events.push(event);
        },
        subscribe: async () => {},
      }),
    }),
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({
        publish: async signal => {
          this.signals.push(signal as SignalPayload);
        },
      }),
    }),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({
        send: async notification => {
          if (this.deaf) throw new Error('The notifications plugin is down');
          this.notifications.push(notification);
        },
      }),
    }),
  ];

  /** Who was notified, by what they read. */
  get notified(): Array<[title: string, who: string[]]> {
    return this.notifications.map(({ recipients, payload }) => [
      payload.title,
      recipients.type === 'entity' ? [recipients.entityRef].flat().sort() : [],
    ]);
  }
}
